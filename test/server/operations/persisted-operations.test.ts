import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importPaths } from '#src/app/import/import-paths.ts';
import { readConfig } from '#src/server/config/config.ts';
import { persistedOperations } from '#src/server/operations/persisted-operations.ts';
import { type Answer, useOwnCorpus } from '#test/support/corpus.ts';
import { createTestHandler } from '#test/support/handler.ts';
import { CODING, QUAY_CORPUS, writeFiles } from '../../app/import/quay-corpus.ts';
import { rawGet } from '../raw-get.ts';

const ids = new Map([...persistedOperations()].map(([id, { name }]) => [name, id]));
const NETWORK = ids.get('Network') ?? '';
const MATRIX = ids.get('Matrix') ?? '';
const ACTORS = JSON.stringify({ actors: ['hamas', 'russia'] });

async function code(response: Response): Promise<unknown> {
  return ((await response.json()) as Answer).errors?.[0]?.extensions?.code;
}

describe('a persisted operation', () => {
  const corpus = useOwnCorpus();
  const servers: Server[] = [];
  let url = '';

  const serve = async (environment: Record<string, string> = {}): Promise<string> => {
    const server = createServer(createTestHandler(corpus.store, readConfig(environment)).listener);
    servers.push(server);
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  };
  beforeAll(async () => {
    url = await serve();
  });
  afterAll(() => {
    for (const server of servers) {
      server.close();
      server.closeAllConnections();
    }
  });

  const get = (
    parameters: Record<string, string>,
    headers: Record<string, string> = {},
    at = url,
  ): Promise<Response> => fetch(`${at}?${new URLSearchParams(parameters)}`, { headers });
  const post = (body: object, at = url): Promise<Response> =>
    fetch(at, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const matrixRevision = async (): Promise<[number, string]> => {
    const response = await get({ documentId: MATRIX, variables: '{"actors":["russia"]}' });
    const { data } = (await response.json()) as Answer;
    return [data.comparison.revision, response.headers.get('etag') ?? ''];
  };

  it('returns the same result by hash as by text, by GET and POST', async () => {
    const operation = persistedOperations().get(MATRIX);
    const written = await post({ query: operation?.source, variables: { actors: ['hamas'] } });
    const expected: unknown = await written.json();

    const got = await get({ documentId: MATRIX, variables: '{"actors":["hamas"]}' });
    const posted = await post({ documentId: MATRIX, variables: { actors: ['hamas'] } });

    expect(expected).toMatchObject({ data: { comparison: { rows: [{ actor: {} }] } } });
    expect(await got.json()).toEqual(expected);
    expect(await posted.json()).toEqual(expected);
  });

  it('has an ETag with the revision, and gets 304 when If-None-Match lists it', async () => {
    const first = await get({ documentId: MATRIX, variables: ACTORS });
    const etag = first.headers.get('etag') ?? '';
    const cached = { 'If-None-Match': `"other", W/${etag}` };

    const again = await get({ documentId: MATRIX, variables: ACTORS }, cached);
    const other = await get({ documentId: MATRIX, variables: '{"actors":["hamas"]}' }, cached);

    expect(etag).toMatch(/^"r1-[\w-]+"$/);
    expect(first.headers.get('cache-control')).toBe('public, no-cache');
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    expect(other.status).toBe(200);
    expect(other.headers.get('etag')).not.toBe(etag);
  });

  it('is served from the cache without a database read', async () => {
    await (await get({ documentId: NETWORK })).text();
    corpus.takeQueries();

    const again = await get({ documentId: NETWORK });

    expect(((await again.json()) as Answer).data.network.edges.length).toBeGreaterThan(0);
    expect(corpus.takeQueries()).toEqual([]);
  });

  it('is computed once for identical concurrent requests', async () => {
    const variables = JSON.stringify({ query: 'violence', first: 3 });
    const search = { documentId: ids.get('Search') ?? '', variables };
    // The languages of the corpus are read by the first search only.
    await (await get(search, { cookie: 'first=1' })).text();
    corpus.takeQueries();
    await (await get(search, { cookie: 'alone=1' })).text();
    const alone = corpus.takeQueries().length;

    const responses = await Promise.all(Array.from({ length: 12 }, () => get(search)));

    const texts = await Promise.all(responses.map((response) => response.text()));
    expect(new Set(texts).size).toBe(1);
    expect(alone).toBeGreaterThan(0);
    expect(corpus.takeQueries()).toHaveLength(alone);
  });

  it('is cached under the same ETag whatever else the address has, and in any order', async () => {
    const known = await get({ documentId: MATRIX, variables: ACTORS });
    corpus.takeQueries();

    const others = [
      await get({ documentId: MATRIX, variables: ACTORS, utm_source: 'mail' }),
      await get({ variables: ACTORS, documentId: MATRIX }),
    ];

    for (const other of others) {
      expect(other.headers.get('etag')).toBe(known.headers.get('etag'));
      expect(await other.text()).not.toBe('');
    }
    expect(corpus.takeQueries()).toEqual([]);
  });

  it('lets pages of a listed origin read a 304', async () => {
    const at = await serve({ DEMARCHE_CORS_ORIGINS: 'https://app.example.org' });
    const parameters = { documentId: MATRIX, variables: ACTORS };
    const origin = 'https://app.example.org';
    const first = await get(parameters, { origin }, at);
    const etag = first.headers.get('etag') ?? '';

    const second = await get(parameters, { origin, 'if-none-match': etag }, at);

    expect(second.status).toBe(304);
    expect(second.headers.get('access-control-allow-origin')).toBe(origin);
    expect(second.headers.get('access-control-expose-headers')).toContain('ETag');
  });

  it.each<[string, string | null, (body: Buffer) => Buffer]>([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip;q=0.5, br;q=0', 'gzip', gunzipSync],
    ['deflate', null, (body) => body],
  ])('is compressed by Accept-Encoding: %s', async (acceptEncoding, encoding, decode) => {
    const path = `/graphql?${new URLSearchParams({ documentId: MATRIX, variables: ACTORS })}`;
    const plain = await rawGet(url, path, {});

    const response = await rawGet(url, path, { 'accept-encoding': acceptEncoding });

    expect(response.headers['content-encoding'] ?? null).toBe(encoding);
    expect(response.headers.vary).toContain('Accept-Encoding');
    expect(decode(response.body).equals(plain.body)).toBe(true);
    expect(response.headers.etag === plain.headers.etag).toBe(encoding === null);
  });

  it('is cached separately for requests with credentials', async () => {
    const open = await get({ documentId: NETWORK });
    const signed = await get({ documentId: NETWORK }, { authorization: 'Bearer one' });
    const other = await get({ documentId: NETWORK }, { cookie: 'session=two' });

    const tags = [open, signed, other].map(({ headers }) => headers.get('etag'));
    expect(new Set(tags).size).toBe(3);
    expect(signed.headers.get('cache-control')).toBe('private, no-cache');
    expect(other.headers.get('cache-control')).toBe('private, no-cache');
    expect(signed.headers.get('vary')).toMatch(/Authorization, Cookie/);
  });

  it('is never stale: body and ETag have a new revision as soon as it is published, under concurrent requests', async () => {
    const folder = await writeFiles(QUAY_CORPUS);
    const over = new AbortController();
    const others = (async () => {
      while (!over.signal.aborted) await matrixRevision();
    })();
    const published: (number | null)[] = [];
    const found: [number, string][] = [];

    try {
      for (const stance of ['REJECTS', 'NONCOMMITTAL', 'UPHOLDS', 'REJECTS', 'UPHOLDS']) {
        await writeFiles({ 'coding.yaml': CODING.replace('REJECTS', stance) }, folder);
        const note = { author: 'test', message: stance };
        const report = await importPaths(corpus.store, { paths: [folder], ...note, dryRun: false });
        published.push(report.revision);
        found.push(await matrixRevision());
      }
    } finally {
      over.abort();
      await others;
      await rm(folder, { recursive: true });
    }

    expect(published).toEqual([2, 3, 4, 5, 6]);
    expect(found.map(([revision]) => revision)).toEqual(published);
    expect(found.map(([, tag]) => tag.slice(0, 4))).toEqual(published.map((of) => `"r${of}-`));
  });

  it('is not cached when it has errors', async () => {
    const variables = '{"actors":["hams"]}';

    const response = await get({ documentId: MATRIX, variables });

    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('etag')).toBeNull();
    expect(await code(response)).toBe('UNKNOWN_ACTOR');
  });

  it.each<[string, Record<string, string>, number, string]>([
    [
      'an unknown hash',
      { documentId: `sha256:${'0'.repeat(64)}` },
      404,
      'PERSISTED_QUERY_NOT_FOUND',
    ],
    ['a malformed hash', { documentId: 'matrix' }, 400, 'BAD_REQUEST'],
    ['both hash and query', { documentId: NETWORK, query: '{ __typename }' }, 400, 'BAD_REQUEST'],
  ])('is rejected: %s', async (_what, parameters, status, expected) => {
    const responses = [await get(parameters), await post(parameters)];

    for (const response of responses) {
      expect(response.status).toBe(status);
      expect(await code(response)).toBe(expected);
      expect(response.headers.get('etag')).toBeNull();
    }
  });

  it('is the only kind that a persisted-only server accepts', async () => {
    const only = await serve({ DEMARCHE_OPERATIONS: 'persisted-only' });
    const source = persistedOperations().get(NETWORK)?.source;

    const accepted = [
      await get({ documentId: NETWORK }, {}, only),
      await post({ documentId: NETWORK }, only),
      await post({ query: source }, only),
    ];
    const rejected = [
      await post({ query: '{ __typename }' }, only),
      await get({ query: '{ __typename }' }, {}, only),
      await post({ query: '{' }, only),
      await post({ query: `${source} query Other { __typename }` }, only),
    ];

    for (const response of accepted) expect(await response.json()).not.toHaveProperty('errors');
    for (const response of rejected) {
      expect(response.status).toBe(403);
      expect(await code(response)).toBe('PERSISTED_ONLY');
    }
  });

  it('is not cached beyond DEMARCHE_CACHE_BYTES', async () => {
    const small = await serve({ DEMARCHE_CACHE_BYTES: '1000' });
    await (await get({ documentId: NETWORK }, {}, small)).text();
    corpus.takeQueries();

    const again = await get({ documentId: NETWORK }, {}, small);

    expect(again.status).toBe(200);
    expect(corpus.takeQueries().length).toBeGreaterThan(0);
  });
});
