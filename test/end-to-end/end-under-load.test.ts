import { describe, expect, it } from 'vitest';
import { until } from '#test/server/test-server.ts';
import {
  countRevisions,
  endServerProcess,
  startServerProcess,
  useEmbeddedFolder,
} from './server-process.ts';

const CLIENTS = 24;
const QUERY = `{ comparison(actors: ["hamas", "russia"]) { revision rows { cells { count latest { summary evidence { exact } } } } } }`;

describe('server shutdown under load', () => {
  const newFolder = useEmbeddedFolder();

  it('completes every request that it began, then closes the database', async () => {
    const environment = await newFolder();
    const server = await startServerProcess(environment);
    const responses: { readonly status: number; readonly text: string }[] = [];
    const failures: unknown[] = [];
    const client = async (): Promise<void> => {
      for (;;) {
        try {
          responses.push(await post(server.url));
        } catch (error) {
          failures.push(error);
          return;
        }
      }
    };
    const clients = Array.from({ length: CLIENTS }, client);
    const before = await until(
      () => Promise.resolve(responses.length),
      (count) => count > CLIENTS,
    );
    const started = performance.now();

    const ended = await endServerProcess(server, 'SIGTERM');
    const duration = performance.now() - started;
    await Promise.all(clients);

    expect(ended).toEqual([0, null]);
    expect(duration).toBeLessThan(10_000);
    expect(responses.length).toBeGreaterThan(before);
    // A client that connected before the port closed and sent its request afterwards gets DRAINING.
    const unexpected = responses.filter(({ text }) => !/^\{"data"|"DRAINING"/.test(text));
    expect(unexpected).toEqual([]);
    // Every request that was begun is logged as completed, and none was aborted.
    expect(failures).toHaveLength(CLIENTS);
    const logged = server.stdout().match(/"path":"\/graphql","status":\d+/g) ?? [];
    expect(logged).toHaveLength(responses.length);
    expect(server.stdout()).not.toContain('"status":null');
    expect(server.stdout() + server.stderr()).not.toMatch(/pool|masked|unreachable/);
    expect(server.stdout()).toContain('shut down: all requests completed');
    expect(await countRevisions(environment)).toBe(1);
  });
});

async function post(url: string) {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ query: QUERY });
  const response = await fetch(url, { method: 'POST', headers, body });
  return { status: response.status, text: await response.text() };
}
