import { Agent, get, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type Store } from '#src/store/database/open-store.ts';
import { makePlace, type Place } from '#test/support/place.ts';
import { blockDatabase, startTestServer, type TestServer, until } from '../test-server.ts';

const QUERY = '{ revisions { totalCount } }';
const SHORT_TIMEOUTS = { notice: 150, responses: 4000, executions: 4000 };

describe('server shutdown', () => {
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
  const start = (drainTimeouts = SHORT_TIMEOUTS) =>
    startTestServer(() => Promise.resolve(store), {}, { drainTimeouts });

  it('is immediate when no request is in flight', async () => {
    const server = await start({ notice: 5000, responses: 5000, executions: 5000 });
    await (await server.post(QUERY)).text();
    const started = performance.now();

    expect(await server.stop()).toBe(0);

    expect(performance.now() - started).toBeLessThan(1000);
    await expect(server.post(QUERY)).rejects.toThrow('fetch failed');
  });

  it('fails readiness, completes requests in flight, and resolves only then', async () => {
    const server = await start();
    const release = await blockDatabase(store);
    const pending = server.post(QUERY);
    await requestInFlight(server);

    let stopped = false;
    const stopping = server.stop().then((aborted) => {
      stopped = true;
      return aborted;
    });
    const ready = await fetch(server.urlOf('/ready'));
    await portClosed(server);
    const stoppedEarly = stopped;
    await release();
    const response = await pending;

    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ status: 'draining' });
    expect(ready.headers.get('connection')).toBe('close');
    expect(stoppedEarly).toBe(false);
    expect(response.status).toBe(200);
    expect(response.headers.get('connection')).toBe('close');
    expect(await response.json()).toEqual({ data: { revisions: { totalCount: 1 } } });
    expect(await stopping).toBe(0);
  });

  it('aborts requests that exceed the time limit, and waits for their execution to end', async () => {
    const server = await start({ notice: 50, responses: 200, executions: 4000 });
    const release = await blockDatabase(store);
    const pending = server.post(QUERY).then(
      () => 'completed',
      () => 'aborted',
    );
    await requestInFlight(server);

    let stopped = false;
    const stopping = server.stop().then((aborted) => {
      stopped = true;
      return aborted;
    });
    const outcome = await pending;
    await new Promise((resolve) => setTimeout(resolve, 700));
    const stoppedEarly = stopped;
    await release();

    expect(outcome).toBe('aborted');
    expect(stoppedEarly).toBe(false);
    expect(await stopping).toBe(1);
    expect(server.logText()).not.toContain('masked');
  });

  it('waits for the execution of a request whose client disconnected', async () => {
    const server = await start();
    const release = await blockDatabase(store);
    const client = new AbortController();
    const body = JSON.stringify({ query: QUERY });
    const headers = { 'content-type': 'application/json' };
    const pending = fetch(server.url, { method: 'POST', headers, body, signal: client.signal });
    await requestInFlight(server);
    client.abort();
    await expect(pending).rejects.toThrow('aborted');

    let stopped = false;
    const stopping = server.stop().then(() => {
      stopped = true;
    });
    await until(
      () => Promise.resolve(server.logEntries()),
      (entries) => entries.some(({ status }) => status === null),
    );
    await new Promise((resolve) => setTimeout(resolve, 700));
    const stoppedEarly = stopped;
    await release();
    await stopping;

    expect(stoppedEarly).toBe(false);
  });

  it('rejects requests on kept-alive connections after the port was closed', async () => {
    const server = await start();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    // Larger than the socket buffers, so that it is not fully sent before it is read.
    const page = await request(agent, server.url, { accept: 'text/html' });

    const stopping = server.stop();
    await portClosed(server);
    const size = await read(page);
    const late = await request(agent, `${server.url}?query={__typename}`);
    await read(late);

    expect(page.statusCode).toBe(200);
    expect(size).toBeGreaterThan(8_000_000);
    expect(late.statusCode).toBe(503);
    expect(late.headers).toMatchObject({ connection: 'close', 'retry-after': '2' });
    expect(await stopping).toBe(0);
  });
});

/** Waits until a request is in flight, besides the one to /metrics. */
async function requestInFlight(server: TestServer): Promise<void> {
  await until(
    async () => (await fetch(server.urlOf('/metrics'))).text(),
    (text) => text.includes('demarche_http_requests_in_flight 2'),
  );
}

async function portClosed(server: TestServer): Promise<void> {
  const portState = (): Promise<string> =>
    fetch(server.urlOf('/health')).then(
      () => 'open',
      () => 'closed',
    );
  await until(portState, (state) => state === 'closed');
}

function request(agent: Agent, url: string, headers = {}): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers }, resolve).once('error', reject);
  });
}

async function read(response: IncomingMessage): Promise<number> {
  let size = 0;
  for await (const chunk of response) size += (chunk as Buffer).length;
  return size;
}
