/**
 * Fault injection: whatever function of the server throws while it handles a request, that request may
 * fail, but no other does.
 */
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { persistedOperations } from '#src/server/operations/persisted-operations.ts';
import type { FaultCommand, FaultReply } from '#test/support/inject-faults.ts';
import { usePlaces } from '#test/support/place.ts';
import { endServerProcess, type ServerProcess, startServerProcess } from './server-process.ts';

const PRELOAD = new URL('../support/inject-faults.ts', import.meta.url).href;
const [DOCUMENT_ID = ''] = persistedOperations().keys();
/** Time to answer a request: of one with a fault, and of one that may wait for a thread to start again. */
const [FAULTY_MS, PATIENCE_MS] = [1000, 10_000];
/** Time in which events after a response, such as its close, are handled. */
const SETTLE_MS = 20;

interface Sent {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Disconnects instead of reading the response. */
  readonly aborts?: boolean;
}

let count = 0;
/** Makes a request unlike those before, so that nothing of it is cached. */
function fresh(): number {
  count += 1;
  return count;
}

function post(query: string): Sent {
  const headers = { 'content-type': 'application/json' };
  return { method: 'POST', path: '/graphql', headers, body: JSON.stringify({ query }) };
}

/** All kinds of requests that the server handles, each by another part of it. */
const REQUESTS: readonly (readonly [string, () => Sent])[] = [
  ['/health', () => ({ path: '/health' })],
  ['/ready', () => ({ path: '/ready' })],
  ['/metrics', () => ({ path: '/metrics' })],
  ['a probe by POST', () => ({ method: 'POST', path: '/health' })],
  ['a page', () => ({ path: '/' })],
  ['a page with a slash too many', () => ({ path: '/time/' })],
  ['no page', () => ({ path: '/nowhere', headers: { accept: 'text/html' } })],
  ['GraphiQL', () => ({ path: '/graphql', headers: { accept: 'text/html' } })],
  ['another host', () => ({ path: '/graphql', headers: { host: 'example.org' } })],
  [
    'a preflight',
    () => ({
      method: 'OPTIONS',
      path: '/graphql',
      headers: { origin: 'https://app.example', 'access-control-request-method': 'POST' },
    }),
  ],
  ['an operation', () => post(`{ __typename } # ${fresh()}`)],
  ['an operation with an error', () => post(`{ actor(slug: "hamas") { none } } # ${fresh()}`)],
  [
    'an operation for an engine thread',
    () => post(`{ positions(first: 200) { nodes { id document { reference } } } } # ${fresh()}`),
  ],
  ['a body above the limit', () => post(`{ __typename } # ${'x'.repeat(1_000_001)}`)],
  [
    'a client that disconnects',
    () => ({ ...post(`{ positions { totalCount } } # ${fresh()}`), aborts: true }),
  ],
  ['no JSON', () => ({ ...post(''), body: '{' })],
  ['a persisted operation', () => ({ path: `/graphql?documentId=${DOCUMENT_ID}` })],
  [
    'a persisted operation that is not cached',
    () => ({
      path: `/graphql?documentId=${DOCUMENT_ID}`,
      headers: { cookie: String(fresh()), 'accept-encoding': 'br' },
    }),
  ],
  ['no persisted operation', () => ({ path: '/graphql?documentId=none' })],
];

describe('a fault in a function that handles a request', () => {
  const newPlace = usePlaces();
  const agent = new Agent({ keepAlive: true });
  let environment: Readonly<Record<string, string>>;
  let server: ServerProcess;
  beforeAll(async () => {
    environment = {
      ...(await newPlace('seeded')).environment,
      DEMARCHE_THREADS: '1',
      DEMARCHE_CORS_ORIGINS: 'https://app.example',
    };
    server = await startServerProcess(environment, PRELOAD);
  });
  afterAll(async () => {
    agent.destroy();
    await endServerProcess(server, 'SIGTERM');
  });

  /** Null if the server has ended. */
  async function tell(command: FaultCommand): Promise<FaultReply | null> {
    const reply = new Promise<FaultReply>((resolve) => server.process.once('message', resolve));
    if (server.process.connected) server.process.send(command);
    return Promise.race([reply, server.ended.then(() => null)]);
  }

  /** The status of the response; null if there was none, or not in time. */
  function send(
    { method = 'GET', path, headers = {}, body, aborts }: Sent,
    timeout = PATIENCE_MS,
  ): Promise<number | null> {
    return new Promise((resolve) => {
      const sent = request(
        new URL(path, server.url),
        { method, headers, agent, timeout },
        (response) => {
          response.resume();
          response.on('end', () => resolve(response.statusCode ?? null));
          response.on('error', () => resolve(null));
        },
      );
      sent.on('timeout', () => sent.destroy());
      sent.on('error', () => resolve(null));
      sent.end(body, () => {
        if (aborts === true) setImmediate(() => sent.destroy());
      });
    });
  }

  it.each(REQUESTS)('fails no other request: %s', async (_kind, make) => {
    for (let time = 0; time < 3; time += 1) await send(make());
    await tell('note calls');
    const expected = await send(make());
    await pause(SETTLE_MS);
    const functions = (await tell('go on')) ?? [];
    expect(functions.length).toBeGreaterThan(5);

    const harm: string[] = [];
    for (const name of functions) {
      await tell({ throwIn: name });
      await send(make(), FAULTY_MS);
      await pause(SETTLE_MS);
      if ((await tell('go on')) === null) {
        harm.push(`${name} ended the process: ${server.stderr().slice(-1000)}`);
        server = await startServerProcess(environment, PRELOAD);
        continue;
      }
      if ((await send({ path: '/health' })) !== 200) harm.push(`${name} made the server deaf`);
      const later = await send(make());
      if (later !== expected) harm.push(`after ${name}: ${later}, not ${expected}`);
    }
    expect(harm).toEqual([]);
  });
});
