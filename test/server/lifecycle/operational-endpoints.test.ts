import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { persistedOperations } from '#src/server/operations/persisted-operations.ts';
import { openStore, type Store } from '#src/store/database/open-store.ts';
import { freePort } from '#test/support/listening.ts';
import { makePlace, type Place } from '#test/support/place.ts';
import { startTestServer, type TestServer, until } from '../test-server.ts';

const QUERY = '{ revisions { totalCount } }';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('operational endpoints, log and metrics', () => {
  let place: Place;
  let store: Store;
  let server: TestServer;
  beforeAll(async () => {
    place = await makePlace('seeded');
    store = await openStore(place.options);
    server = await startTestServer(() => Promise.resolve(store));
  });
  afterAll(async () => {
    await server.stop();
    await store.close();
    await place.remove();
  });

  /** The log entry of a request, which is written once its response is closed. */
  const logEntryOf = (requestId: string) =>
    until(
      () => Promise.resolve(server.logEntries().find((entry) => entry.requestId === requestId)),
      (entry) => entry !== undefined,
    );
  const metric = async (name: string): Promise<readonly string[]> => {
    const text = await (await fetch(server.urlOf('/metrics'))).text();
    return text.split('\n').filter((line) => line.startsWith(name));
  };

  const unknownActors = async (): Promise<number> => {
    const [line = ''] = await metric('demarche_graphql_errors_total{code="UNKNOWN_ACTOR"}');
    return Number(line.split(' ')[1] ?? 0);
  };

  it('/health and /ready return 200 and are not cacheable', async () => {
    const health = await fetch(server.urlOf('/health'));
    const ready = await fetch(server.urlOf('/ready'));

    expect(health.status).toBe(200);
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual({ status: 'ready' });
    expect(ready.headers.get('cache-control')).toBe('no-store');
    expect((await fetch(server.urlOf('/ready'), { method: 'POST' })).status).toBe(405);
  });

  it('/health returns 200 and /ready 503 while the corpus is opening', async () => {
    const opening = Promise.withResolvers<Store>();
    const port = await freePort();
    const starting = startTestServer(() => opening.promise, { PORT: String(port) });
    const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
    await until(
      () => get('/health').catch(() => null),
      (response) => response !== null,
    );

    const [health, ready, rejected] = await Promise.all(
      ['/health', '/ready', '/graphql?query={__typename}'].map(get),
    );
    opening.resolve(store);
    const started = await starting;
    const afterwards = await get('/ready');
    await started.stop();

    expect(health?.status).toBe(200);
    expect(ready?.status).toBe(503);
    expect(await ready?.json()).toMatchObject({ status: 'starting' });
    expect(rejected?.status).toBe(503);
    expect(rejected?.headers.get('retry-after')).toBe('1');
    expect(afterwards.status).toBe(200);
  });

  it('the log entry and the response have the X-Request-Id of the request', async () => {
    const response = await server.post(QUERY, {
      'x-request-id': 'a.B-9_z',
      'user-agent': 'Spy/1.0',
    });
    await response.text();

    expect(response.headers.get('x-request-id')).toBe('a.B-9_z');
    const entry = await logEntryOf('a.B-9_z');
    expect(entry).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      message: 'request completed',
      requestId: 'a.B-9_z',
      method: 'POST',
      path: '/graphql',
      status: 200,
      durationMs: expect.any(Number),
    });
  });

  it.each([
    ['missing', {}],
    ['too long', { 'x-request-id': 'a'.repeat(65) }],
    ['not a single word', { 'x-request-id': 'a b' }],
    ['encoded line breaks', { 'x-request-id': 'a%0d%0ab: c' }],
    ['a list', { 'x-request-id': 'a, b' }],
  ])('a request gets a new id when its X-Request-Id is %s', async (_what, headers) => {
    const response = await server.post(QUERY, headers);

    expect(response.headers.get('x-request-id')).toMatch(UUID);
  });

  it('the log contains no client address, query, variables or headers', async () => {
    const query = '{ search(query: "Zanzibar") { totalCount } }';
    const from = { 'user-agent': 'Spy/1.0', 'x-forwarded-for': '203.0.113.9', cookie: 'who=me' };
    await server.post(query, from);
    await server.post('{ actor(slug: "Zanzibar") { slug } }', from);
    await fetch(server.urlOf(`/graphql?query=${encodeURIComponent(query)}&x=Zanzibar`));
    const { headers } = await server.post('query Zanzibar { __typename }', from);

    await logEntryOf(headers.get('x-request-id') ?? '');
    expect(server.logEntries().length).toBeGreaterThan(4);
    expect(server.logText()).not.toMatch(/Zanzibar|Spy|203\.0\.113|127\.0\.0\.1|who=me|\?/);
  });

  it('error codes are logged and counted', async () => {
    const before = await unknownActors();
    const { headers } = await server.post('{ actor(slug: "nobody") { slug } a: nothing }');
    const unknown = await server.post('{ comparison(actors: ["nobody"]) { revision } }');

    const entry = await logEntryOf(headers.get('x-request-id') ?? '');
    expect(entry?.['errorCodes']).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect((await logEntryOf(unknown.headers.get('x-request-id') ?? ''))?.['errorCodes']).toEqual([
      'UNKNOWN_ACTOR',
    ]);
    expect(await unknownActors()).toBe(before + 1);
  });

  it('metric labels contain nothing that a client can choose', async () => {
    await fetch(server.urlOf('/Zanzibar'));
    await server.post('query Zanzibar { __typename Zanzibar: __typename }');

    const counts = await metric('demarche_http_request_duration_seconds_count');
    expect(counts.join('\n')).not.toMatch(/Zanzibar/i);
    expect(counts.join('\n')).toContain('path="other",method="GET",status="404",outcome="none"');
    expect(counts.join('\n')).toContain(
      'path="/graphql",method="POST",status="200",outcome="answered"',
    );
    expect(counts.join('\n')).toContain('outcome="refused"');
  });

  it('the log and the metrics name persisted operations, cached or not', async () => {
    const [[id, { name }] = ['', { name: '' }]] = persistedOperations();
    const address = server.urlOf(`/graphql?documentId=${encodeURIComponent(id)}`);
    const request = async (): Promise<string> => {
      const response = await fetch(address);
      await response.text();
      return response.headers.get('x-request-id') ?? '';
    };
    const ids = [await request(), await request()];
    const entries = await Promise.all(ids.map(logEntryOf));

    expect(new Set(ids).size).toBe(2);
    expect(name).toMatch(/^[A-Z]\w+$/);
    expect(entries.map((entry) => entry?.['operation'])).toEqual([name, name]);
    const counts = await metric('demarche_http_request_duration_seconds_count');
    expect(counts.filter((line) => line.includes(`operation="${name}"`))).not.toEqual([]);
  });

  it('metrics include the revision, positions, requests in flight and memory', async () => {
    expect(await metric('demarche_corpus_revision')).toEqual(['demarche_corpus_revision 1']);
    const positions = await store.prisma.position.count();
    expect(await metric('demarche_corpus_positions')).toEqual([
      `demarche_corpus_positions ${positions}`,
    ]);
    expect(await metric('demarche_http_requests_in_flight')).toEqual([
      'demarche_http_requests_in_flight 1',
    ]);
    expect(await metric('process_resident_memory_bytes')).toHaveLength(1);
  });

  it('a masked error is logged completely under the request id that the client received', async () => {
    await store.prisma.$executeRawUnsafe('ALTER TABLE evidence RENAME TO mislaid');
    const response = await server.post('{ positions(first: 1) { nodes { evidence { exact } } } }');
    const text = await response.text();
    await store.prisma.$executeRawUnsafe('ALTER TABLE mislaid RENAME TO evidence');

    const requestId = response.headers.get('x-request-id') ?? '';
    const entry = server.logEntries().find((each) => each.message === 'masked error');
    expect(entry).toMatchObject({ level: 'error', requestId });
    expect(JSON.stringify(entry?.['error'])).toMatch(/evidence.* at /);
    expect((await logEntryOf(requestId))?.['error']).toBeDefined();
    expect(text).toContain('INTERNAL_SERVER_ERROR');
    expect(text).not.toMatch(/mislaid|prisma|\.ts\b/);
    const failed = await metric('demarche_http_request_duration_seconds_count');
    expect(failed.join('\n')).toContain('outcome="failed"');
  });
});
