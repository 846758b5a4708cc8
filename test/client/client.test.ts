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
const HASHED = new TypedDocumentString<Named, BySlug>(TEXT, { hash: HASH });
const PLAIN = new TypedDocumentString<Named, BySlug>(TEXT);
const HAMAS = { slug: 'hamas' };
const DATA = { actor: { name: 'Hamas' } };
const FOUND = { body: { data: DATA } };
const refused = (code: string) => ({
  status: 400,
  body: { errors: [{ message: 'No.', extensions: { code } }] },
});
const UNKNOWN = refused('PERSISTED_QUERY_NOT_FOUND');
/** No waiting where the server asks for none. */
const QUICK = { backoffMs: 1 };

describe('a question', () => {
  it('is asked by its hash, where the document carries it, and answered with types', async () => {
    const { url, asked } = await scripted(FOUND);

    const answer = await createClient({ url }).ask(HASHED, HAMAS);

    expect(answer).toEqual({ kind: 'data', data: DATA });
    if (answer.kind === 'data') expectTypeOf(answer.data).toEqualTypeOf<Named>();
    expect(asked.map(({ method, url: path }) => `${method} ${decodeURIComponent(path)}`)).toEqual([
      `GET /graphql?documentId=sha256:${HASH}&variables={"slug":"hamas"}`,
    ]);
  });

  it.each([
    ['does not know the hash', 'PERSISTED_QUERY_NOT_FOUND'],
    ['knows nothing of hashes', 'BAD_REQUEST'],
  ])('is asked with its text where the server %s, and from then on', async (_what, code) => {
    const { url, asked } = await scripted(refused(code), FOUND);
    const client = createClient({ url });

    const answers = [await client.ask(HASHED, HAMAS), await client.ask(HASHED, HAMAS)];

    expect(answers).toEqual([
      { kind: 'data', data: DATA },
      { kind: 'data', data: DATA },
    ]);
    expect(asked.map(({ method }) => method)).toEqual(['GET', 'POST', 'POST']);
    expect(JSON.parse(asked[1]?.body ?? '')).toEqual({ query: TEXT, variables: HAMAS });
  });

  it('is asked with its text where the address would be too long', async () => {
    const { url, asked } = await scripted(FOUND);

    await createClient({ url }).ask(HASHED, { slug: 'h'.repeat(8000) });

    expect(asked.map(({ method }) => method)).toEqual(['POST']);
  });

  it.each([
    ['the document carries no hash', PLAIN, {}],
    [
      'it carries one of another kind',
      new TypedDocumentString<Named, BySlug>(TEXT, { hash: 'abc' }),
      {},
    ],
    ['the client is told so', HASHED, { persisted: false }],
  ])('is asked with its text where %s', async (_why, document, options) => {
    const { url, asked } = await scripted(FOUND);

    await createClient({ url, ...options }).ask(document, HAMAS);

    expect(asked.map(({ method }) => method)).toEqual(['POST']);
  });

  it('is taken from a tree by its source, or as it is printed', async () => {
    const { url, asked } = await scripted(FOUND);
    const kept = { kind: 'Document', loc: { source: { body: TEXT } } };
    const bare = { kind: 'Document', loc: undefined };
    const client = createClient({ url, print: ({ kind }: { kind: string }) => `# ${kind}` });

    await client.ask<Named, BySlug>(kept, HAMAS);
    await client.ask<Named, BySlug>(bare, HAMAS);

    const texts = asked.map(({ body }) => (JSON.parse(body) as { query: string }).query);
    expect(texts).toEqual([TEXT, '# Document']);
  });

  it('brings its headers along, and asks for the media type of GraphQL', async () => {
    const { url, asked } = await scripted(UNKNOWN, FOUND);

    await createClient({ url, headers: { authorization: 'Bearer x' } }).ask(HASHED, HAMAS);

    for (const { headers } of asked) {
      expect(headers.authorization).toBe('Bearer x');
      expect(headers.accept).toMatch(/^application\/graphql-response\+json/);
    }
    expect(asked[1]?.headers['content-type']).toBe('application/json');
  });
});

describe('what went wrong is a value:', () => {
  it('errors of the server, which are no reason to ask again', async () => {
    const { url, asked } = await scripted(refused('UNKNOWN_ACTOR'), FOUND);

    const answer = await createClient({ url }).ask(HASHED, HAMAS);

    expect(answer.kind).toBe('graphql');
    expect(asked).toHaveLength(1);
  });

  it('errors of the server, with what it could answer and where', async () => {
    const problem = { message: 'No.', path: ['actor'], extensions: { code: 'UNKNOWN_ACTOR' } };
    const { url } = await scripted({ status: 400, body: { errors: [problem], data: null } });

    const answer = await createClient({ url }).ask(PLAIN, HAMAS);

    expect(answer).toEqual({ kind: 'graphql', errors: [problem], data: null, status: 400 });
  });

  it.each([
    ['a page', { body: '<html>Hello</html>' }, 200],
    ['a page of a proxy', { status: 404, body: '<html>Not here</html>' }, 404],
    ['nothing', { body: '' }, 200],
    ['JSON that is no object', { body: [1, 2] }, 200],
    ['an empty object', { body: {} }, 200],
    ['data that is none', { body: { data: null } }, 200],
    ['errors that are none', { body: { errors: 'bad' } }, 200],
    ['errors without messages', { body: { errors: [{}], data: DATA } }, 200],
    ['data of a failure', { status: 500, body: { data: DATA } }, 500],
  ])('%s where an answer should be', async (_what, reply, status) => {
    const { url, asked } = await scripted(reply);

    const answer = await createClient({ url }).ask(PLAIN, HAMAS);

    const body = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body);
    expect(answer).toEqual({ kind: 'http', status, body });
    expect(asked).toHaveLength(1);
  });

  it.each([
    ['is cut', 'cut'],
    ['ends within the answer', 'half'],
  ] as const)('a connection that %s', async (_how, scene) => {
    const { url } = await scripted(scene);

    const answer = await createClient({ url, ...QUICK }).ask(PLAIN, HAMAS);

    expect(answer).toEqual({ kind: 'network', cause: expect.any(Error) });
  });

  it('an address where nobody listens', async () => {
    const answer = await createClient({ url: 'http://127.0.0.1:9/graphql' }).ask(PLAIN, HAMAS);

    expect(answer.kind).toBe('network');
  });
});
