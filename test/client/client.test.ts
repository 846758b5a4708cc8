import { describe, expect, expectTypeOf, it } from 'vitest';
import { createClient } from '#src/client/client.ts';
import { TypedDocumentString } from '#src/client/generated/graphql.ts';
import { scripted } from './scripted-server.ts';

interface Named {
  readonly actor: { readonly name: string };
}
interface BySlug {
  readonly slug: string;
}

const TEXT = 'query Named($slug: String!) { actor(slug: $slug) { name } }';
const HASH = 'ab'.repeat(32);
const WITH_HASH = new TypedDocumentString<Named, BySlug>(TEXT, { hash: HASH });
const WITHOUT_HASH = new TypedDocumentString<Named, BySlug>(TEXT);
const HAMAS = { slug: 'hamas' };
const DATA = { actor: { name: 'Hamas' } };
const SUCCESS = { body: { data: DATA } };
const errorReply = (code: string) => ({
  status: 400,
  body: { errors: [{ message: 'No.', extensions: { code } }] },
});
const UNKNOWN_HASH = errorReply('PERSISTED_QUERY_NOT_FOUND');
/** Retries almost without delay. */
const FAST_RETRIES = { backoffMs: 1 };

describe('client.ask', () => {
  it('sends an operation by its hash, and returns typed data', async () => {
    const { url, requests } = await scripted(SUCCESS);

    const answer = await createClient({ url }).ask(WITH_HASH, HAMAS);

    expect(answer).toEqual({ kind: 'data', data: DATA });
    if (answer.kind === 'data') expectTypeOf(answer.data).toEqualTypeOf<Named>();
    expect(
      requests.map(({ method, url: path }) => `${method} ${decodeURIComponent(path)}`),
    ).toEqual([`GET /graphql?documentId=sha256:${HASH}&variables={"slug":"hamas"}`]);
  });

  it.each([
    ['reports an unknown hash', 'PERSISTED_QUERY_NOT_FOUND'],
    ['does not support persisted operations', 'BAD_REQUEST'],
  ])('sends the whole text once the server %s', async (_what, code) => {
    const { url, requests } = await scripted(errorReply(code), SUCCESS);
    const client = createClient({ url });

    const answers = [await client.ask(WITH_HASH, HAMAS), await client.ask(WITH_HASH, HAMAS)];

    expect(answers).toEqual([
      { kind: 'data', data: DATA },
      { kind: 'data', data: DATA },
    ]);
    expect(requests.map(({ method }) => method)).toEqual(['GET', 'POST', 'POST']);
    expect(JSON.parse(requests[1]?.body ?? '')).toEqual({ query: TEXT, variables: HAMAS });
  });

  it('sends the whole text if the URL would be too long', async () => {
    const { url, requests } = await scripted(SUCCESS);

    await createClient({ url }).ask(WITH_HASH, { slug: 'h'.repeat(8000) });

    expect(requests.map(({ method }) => method)).toEqual(['POST']);
  });

  it.each([
    ['the document has no hash', WITHOUT_HASH, {}],
    [
      'the hash is not a SHA-256',
      new TypedDocumentString<Named, BySlug>(TEXT, { hash: 'abc' }),
      {},
    ],
    ['persisted operations are disabled', WITH_HASH, { persisted: false }],
  ])('sends the whole text if %s', async (_why, document, options) => {
    const { url, requests } = await scripted(SUCCESS);

    await createClient({ url, ...options }).ask(document, HAMAS);

    expect(requests.map(({ method }) => method)).toEqual(['POST']);
  });

  it('takes the text of an AST from its source, or prints it', async () => {
    const { url, requests } = await scripted(SUCCESS);
    const kept = { kind: 'Document', loc: { source: { body: TEXT } } };
    const bare = { kind: 'Document', loc: undefined };
    const client = createClient({ url, print: ({ kind }: { kind: string }) => `# ${kind}` });

    await client.ask<Named, BySlug>(kept, HAMAS);
    await client.ask<Named, BySlug>(bare, HAMAS);

    const texts = requests.map(({ body }) => (JSON.parse(body) as { query: string }).query);
    expect(texts).toEqual([TEXT, '# Document']);
  });

  it('sends the configured headers and accepts the GraphQL media type', async () => {
    const { url, requests } = await scripted(UNKNOWN_HASH, SUCCESS);

    await createClient({ url, headers: { authorization: 'Bearer x' } }).ask(WITH_HASH, HAMAS);

    for (const { headers } of requests) {
      expect(headers.authorization).toBe('Bearer x');
      expect(headers.accept).toMatch(/^application\/graphql-response\+json/);
    }
    expect(requests[1]?.headers['content-type']).toBe('application/json');
  });
});

describe('a failed client.ask', () => {
  it('returns GraphQL errors without a retry', async () => {
    const { url, requests } = await scripted(errorReply('UNKNOWN_ACTOR'), SUCCESS);

    const answer = await createClient({ url }).ask(WITH_HASH, HAMAS);

    expect(answer.kind).toBe('graphql');
    expect(requests).toHaveLength(1);
  });

  it('returns GraphQL errors with partial data, path and status', async () => {
    const problem = { message: 'No.', path: ['actor'], extensions: { code: 'UNKNOWN_ACTOR' } };
    const { url } = await scripted({ status: 400, body: { errors: [problem], data: null } });

    const answer = await createClient({ url }).ask(WITHOUT_HASH, HAMAS);

    expect(answer).toEqual({ kind: 'graphql', errors: [problem], data: null, status: 400 });
  });

  it.each([
    ['an HTML page', { body: '<html>Hello</html>' }, 200],
    ['an error page of a proxy', { status: 404, body: '<html>Not here</html>' }, 404],
    ['an empty body', { body: '' }, 200],
    ['JSON that is not an object', { body: [1, 2] }, 200],
    ['an empty object', { body: {} }, 200],
    ['null data', { body: { data: null } }, 200],
    ['errors that are not a list', { body: { errors: 'bad' } }, 200],
    ['errors without messages', { body: { errors: [{}], data: DATA } }, 200],
    ['data with an error status', { status: 500, body: { data: DATA } }, 500],
  ])('returns `http` for %s', async (_what, reply, status) => {
    const { url, requests } = await scripted(reply);

    const answer = await createClient({ url }).ask(WITHOUT_HASH, HAMAS);

    const body = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body);
    expect(answer).toEqual({ kind: 'http', status, body });
    expect(requests).toHaveLength(1);
  });

  it.each([
    ['before the response', 'cut'],
    ['within the response', 'half'],
  ] as const)('returns `network` if the connection closes %s', async (_how, scene) => {
    const { url } = await scripted(scene);

    const answer = await createClient({ url, ...FAST_RETRIES }).ask(WITHOUT_HASH, HAMAS);

    expect(answer).toEqual({ kind: 'network', cause: expect.any(Error) });
  });

  it('returns `network` if no server listens', async () => {
    const answer = await createClient({ url: 'http://127.0.0.1:9/graphql' }).ask(
      WITHOUT_HASH,
      HAMAS,
    );

    expect(answer.kind).toBe('network');
  });
});
