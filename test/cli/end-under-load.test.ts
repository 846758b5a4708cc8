import { describe, expect, it } from 'vitest';
import { until } from '#test/server/serving.ts';
import { end, openAndCount, serve, useEmbeddedFolder } from './processes.ts';

const CLIENTS = 24;
const QUERY = `{ comparison(actors: ["hamas", "russia"]) { revision rows { cells { count latest { summary evidence { exact } } } } } }`;

describe('a server that is told to end under load', () => {
  const newFolder = useEmbeddedFolder();

  it('answers all that it took, closes its database afterwards, and leaves nothing behind', async () => {
    const environment = await newFolder();
    const server = await serve(environment);
    const answers: { readonly status: number; readonly text: string }[] = [];
    const failures: unknown[] = [];
    const client = async (): Promise<void> => {
      for (;;) {
        try {
          answers.push(await ask(server.url));
        } catch (error) {
          failures.push(error);
          return;
        }
      }
    };
    const clients = Array.from({ length: CLIENTS }, client);
    const before = await until(
      () => Promise.resolve(answers.length),
      (count) => count > CLIENTS,
    );
    const started = performance.now();

    const ended = await end(server, 'SIGTERM');
    const took = performance.now() - started;
    await Promise.all(clients);

    expect(ended).toEqual([0, null]);
    expect(took).toBeLessThan(10_000);
    expect(answers.length).toBeGreaterThan(before);
    // One that had connected, and asked only when the port was closed, is told to go elsewhere.
    const odd = answers.filter(({ text }) => !/^\{"data"|"DRAINING"/.test(text));
    expect(odd).toEqual([]);
    // What did not get in was not begun: whatever was begun was answered, and none was cut off.
    expect(failures).toHaveLength(CLIENTS);
    const began = server.said().match(/"path":"\/graphql","status":\d+/g) ?? [];
    expect(began).toHaveLength(answers.length);
    expect(server.said()).not.toContain('"status":null');
    expect(server.said() + server.complaint()).not.toMatch(/pool|masked|out of reach/);
    expect(server.said()).toContain('ended: all that was under way is answered');
    expect(await openAndCount(environment)).toBe(1);
  });
});

async function ask(url: string) {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ query: QUERY });
  const answer = await fetch(url, { method: 'POST', headers, body });
  return { status: answer.status, text: await answer.text() };
}
