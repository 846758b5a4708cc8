import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { persistedOperations } from '#src/server/operations/persisted-operations.ts';
import { openStore, type Store } from '#src/store/database/open-store.ts';
import { makePlace, type Place } from '#test/support/place.ts';
import { type Serving, serveStore, until } from '../serving.ts';

const QUERY = '{ revisions { totalCount } }';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('a server that is watched', () => {
  let place: Place;
  let store: Store;
  let server: Serving;
  beforeAll(async () => {
    place = await makePlace('seeded');
    store = await openStore(place.options);
    server = await serveStore(() => Promise.resolve(store));
  });
  afterAll(async () => {
    await server.stop();
    await store.close();
    await place.remove();
  });

  /** A line is written when its connection has noted the end of the answer. */
  const lineOf = (requestId: string) =>
    until(
      () => Promise.resolve(server.lines().find((line) => line.requestId === requestId)),
      (line) => line !== undefined,
    );
  const metric = async (name: string): Promise<readonly string[]> => {
    const text = await (await fetch(server.at('/metrics'))).text();
    return text.split('\n').filter((line) => line.startsWith(name));
  };

  const unknownActors = async (): Promise<number> => {
    const [line = ''] = await metric('demarche_graphql_errors_total{code="UNKNOWN_ACTOR"}');
    return Number(line.split(' ')[1] ?? 0);
  };

  it('says that it lives and that it is ready, and nobody is to keep that', async () => {
    const health = await fetch(server.at('/health'));
    const ready = await fetch(server.at('/ready'));

    expect(health.status).toBe(200);
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual({ status: 'ready' });
    expect(ready.headers.get('cache-control')).toBe('no-store');
    expect((await fetch(server.at('/ready'), { method: 'POST' })).status).toBe(405);
  });

  it('is alive but not ready while its corpus is being opened', async () => {
    const opening = Promise.withResolvers<Store>();
    const port = 20_000 + Math.floor(Math.random() * 20_000);
    const starting = serveStore(() => opening.promise, { PORT: String(port) });
    const ask = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
    await until(
      () => ask('/health').catch(() => null),
      (answer) => answer !== null,
    );

    const [health, ready, question] = await Promise.all(
      ['/health', '/ready', '/graphql?query={__typename}'].map(ask),
    );
    opening.resolve(store);
    const started = await starting;
    const afterwards = await ask('/ready');
    await started.stop();

    expect(health?.status).toBe(200);
    expect(ready?.status).toBe(503);
    expect(await ready?.json()).toMatchObject({ status: 'starting' });
    expect(question?.status).toBe(503);
    expect(question?.headers.get('retry-after')).toBe('1');
    expect(afterwards.status).toBe(200);
  });

  it('gives a request the id that it came with, and logs what became of it under that id', async () => {
    const answer = await server.ask(QUERY, { 'x-request-id': 'a.B-9_z', 'user-agent': 'Spy/1.0' });
    await answer.text();

    expect(answer.headers.get('x-request-id')).toBe('a.B-9_z');
    const line = await lineOf('a.B-9_z');
    expect(line).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      message: 'request answered',
      requestId: 'a.B-9_z',
      method: 'POST',
      path: '/graphql',
      status: 200,
      durationMs: expect.any(Number),
    });
  });

  it.each([
    ['none', {}],
    ['one that is too long', { 'x-request-id': 'a'.repeat(65) }],
    ['one with a space', { 'x-request-id': 'a b' }],
    ['one that would be two lines', { 'x-request-id': 'a%0d%0ab: c' }],
    ['two', { 'x-request-id': 'a, b' }],
  ])('gives a request a new id where it has %s', async (_what, headers) => {
    const { headers: answered } = await server.ask(QUERY, headers);

    expect(answered.get('x-request-id')).toMatch(UUID);
  });

  it('logs nothing of who asks and what', async () => {
    const query = '{ search(query: "Zanzibar") { totalCount } }';
    const from = { 'user-agent': 'Spy/1.0', 'x-forwarded-for': '203.0.113.9', cookie: 'who=me' };
    await server.ask(query, from);
    await server.ask('{ actor(slug: "Zanzibar") { slug } }', from);
    await fetch(server.at(`/graphql?query=${encodeURIComponent(query)}&x=Zanzibar`));
    const { headers } = await server.ask('query Zanzibar { __typename }', from);

    await lineOf(headers.get('x-request-id') ?? '');
    expect(server.lines().length).toBeGreaterThan(4);
    expect(server.text()).not.toMatch(/Zanzibar|Spy|203\.0\.113|127\.0\.0\.1|who=me|\?/);
  });

  it('tells the codes of errors, in the log and as numbers', async () => {
    const before = await unknownActors();
    const { headers } = await server.ask('{ actor(slug: "nobody") { slug } a: nothing }');
    const unknown = await server.ask('{ comparison(actors: ["nobody"]) { revision } }');

    const line = await lineOf(headers.get('x-request-id') ?? '');
    expect(line?.['errorCodes']).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect((await lineOf(unknown.headers.get('x-request-id') ?? ''))?.['errorCodes']).toEqual([
      'UNKNOWN_ACTOR',
    ]);
    expect(await unknownActors()).toBe(before + 1);
  });

  it('counts what it is asked under names that no client can make up', async () => {
    await fetch(server.at('/Zanzibar'));
    await server.ask('query Zanzibar { __typename Zanzibar: __typename }');

    const counts = await metric('demarche_http_request_duration_seconds_count');
    expect(counts.join('\n')).not.toMatch(/Zanzibar/i);
    expect(counts.join('\n')).toContain('path="other",method="GET",status="404",outcome="none"');
    expect(counts.join('\n')).toContain(
      'path="/graphql",method="POST",status="200",outcome="answered"',
    );
    expect(counts.join('\n')).toContain('outcome="refused"');
  });

  it('names the operation of a request where it is one of its own, kept or not', async () => {
    const [[id, { name }] = ['', { name: '' }]] = persistedOperations();
    const address = server.at(`/graphql?documentId=${encodeURIComponent(id)}`);
    const askOnce = async (): Promise<string> => {
      const answer = await fetch(address);
      await answer.text();
      return answer.headers.get('x-request-id') ?? '';
    };
    const ids = [await askOnce(), await askOnce()];
    const lines = await Promise.all(ids.map(lineOf));

    expect(new Set(ids).size).toBe(2);
    expect(name).toMatch(/^[A-Z]\w+$/);
    expect(lines.map((line) => line?.['operation'])).toEqual([name, name]);
    const counts = await metric('demarche_http_request_duration_seconds_count');
    expect(counts.filter((line) => line.includes(`operation="${name}"`))).not.toEqual([]);
  });

  it('tells how much it holds and has to do', async () => {
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

  it('logs the whole of an error that it masks, under the id that its client has', async () => {
    await store.prisma.$executeRawUnsafe('ALTER TABLE evidence RENAME TO mislaid');
    const answer = await server.ask('{ positions(first: 1) { nodes { evidence { exact } } } }');
    const text = await answer.text();
    await store.prisma.$executeRawUnsafe('ALTER TABLE mislaid RENAME TO evidence');

    const requestId = answer.headers.get('x-request-id') ?? '';
    const line = server.lines().find((each) => each.message === 'an error that was masked');
    expect(line).toMatchObject({ level: 'error', requestId });
    expect(JSON.stringify(line?.['error'])).toMatch(/evidence.* at /);
    expect((await lineOf(requestId))?.['error']).toBeDefined();
    expect(text).toContain('INTERNAL_SERVER_ERROR');
    expect(text).not.toMatch(/mislaid|prisma|\.ts\b/);
    const failed = await metric('demarche_http_request_duration_seconds_count');
    expect(failed.join('\n')).toContain('outcome="failed"');
  });
});
