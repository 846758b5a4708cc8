import { Agent, get, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type Store } from '#src/store/database/open-store.ts';
import { makePlace, type Place } from '#test/support/place.ts';
import { holdDatabase, type Serving, serveStore, until } from '../serving.ts';

const QUERY = '{ revisions { totalCount } }';
const SHORT = { notice: 150, answers: 4000, executions: 4000 };

describe('a server that ends', () => {
  let place: Place;
  let store: Store;
  beforeAll(async () => {
    place = await makePlace('seeded');
    store = await openStore(place.options);
  });
  afterAll(async () => {
    await store.close();
    await place.remove();
  });
  const serve = (patience = SHORT) => serveStore(() => Promise.resolve(store), {}, { patience });

  it('is at rest at once when there is nothing to answer', async () => {
    const server = await serve({ notice: 5000, answers: 5000, executions: 5000 });
    await (await server.ask(QUERY)).text();
    const started = performance.now();

    expect(await server.stop()).toBe(0);

    expect(performance.now() - started).toBeLessThan(1000);
    await expect(server.ask(QUERY)).rejects.toThrow('fetch failed');
  });

  it('is no longer ready, answers what is under way, and rests only then', async () => {
    const server = await serve();
    const release = await holdDatabase(store);
    const asked = server.ask(QUERY);
    await askedOf(server);

    let rests = false;
    const stopped = server.stop().then((cutOff) => {
      rests = true;
      return cutOff;
    });
    const ready = await fetch(server.at('/ready'));
    await portClosed(server);
    const restedEarly = rests;
    await release();
    const answer = await asked;

    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ status: 'draining' });
    expect(ready.headers.get('connection')).toBe('close');
    expect(restedEarly).toBe(false);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('connection')).toBe('close');
    expect(await answer.json()).toEqual({ data: { revisions: { totalCount: 1 } } });
    expect(await stopped).toBe(0);
  });

  it('cuts off what takes too long, and waits for what still executes for it', async () => {
    const server = await serve({ notice: 50, answers: 200, executions: 4000 });
    const release = await holdDatabase(store);
    const asked = server.ask(QUERY).then(
      () => 'answered',
      () => 'cut off',
    );
    await askedOf(server);

    let rests = false;
    const stopped = server.stop().then((cutOff) => {
      rests = true;
      return cutOff;
    });
    const outcome = await asked;
    await new Promise((resolve) => setTimeout(resolve, 700));
    const restedEarly = rests;
    await release();

    expect(outcome).toBe('cut off');
    expect(restedEarly).toBe(false);
    expect(await stopped).toBe(1);
    expect(server.text()).not.toContain('masked');
  });

  it('waits for what executes for a client that has gone', async () => {
    const server = await serve();
    const release = await holdDatabase(store);
    const impatient = new AbortController();
    const body = JSON.stringify({ query: QUERY });
    const headers = { 'content-type': 'application/json' };
    const asked = fetch(server.url, { method: 'POST', headers, body, signal: impatient.signal });
    await askedOf(server);
    impatient.abort();
    await expect(asked).rejects.toThrow('aborted');

    let rests = false;
    const stopped = server.stop().then(() => {
      rests = true;
    });
    await until(
      () => Promise.resolve(server.lines()),
      (lines) => lines.some(({ status }) => status === null),
    );
    await new Promise((resolve) => setTimeout(resolve, 700));
    const restedEarly = rests;
    await release();
    await stopped;

    expect(restedEarly).toBe(false);
  });

  it('refuses what comes over a kept connection after its port was closed', async () => {
    const server = await serve();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    // More than the buffers of a connection hold, so that its end is not sent before it is read.
    const page = await request(agent, server.url, { accept: 'text/html' });

    const stopped = server.stop();
    await portClosed(server);
    const size = await read(page);
    const late = await request(agent, `${server.url}?query={__typename}`);
    await read(late);

    expect(page.statusCode).toBe(200);
    expect(size).toBeGreaterThan(8_000_000);
    expect(late.statusCode).toBe(503);
    expect(late.headers).toMatchObject({ connection: 'close', 'retry-after': '2' });
    expect(await stopped).toBe(0);
  });
});

/** Waits until a question is under way, beside the one that tells so. */
async function askedOf(server: Serving): Promise<void> {
  await until(
    async () => (await fetch(server.at('/metrics'))).text(),
    (text) => text.includes('demarche_http_requests_in_flight 2'),
  );
}

async function portClosed(server: Serving): Promise<void> {
  const asked = (): Promise<string> =>
    fetch(server.at('/health')).then(
      () => 'open',
      () => 'closed',
    );
  await until(asked, (port) => port === 'closed');
}

function request(agent: Agent, url: string, headers = {}): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers }, resolve).once('error', reject);
  });
}

async function read(answer: IncomingMessage): Promise<number> {
  let size = 0;
  for await (const chunk of answer) size += (chunk as Buffer).length;
  return size;
}
