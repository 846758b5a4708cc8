import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { Kind, parse, print } from 'graphql';
import { afterAll, beforeAll, describe, expect, expectTypeOf, inject, it } from 'vitest';
import { createClient } from '#src/client/client.ts';
import * as generated from '#src/client/generated/graphql.ts';
import { MatrixDocument, TypedDocumentString } from '#src/client/generated/graphql.ts';
import { readConfig } from '#src/server/config/config.ts';
import { type RunningServer, startServer } from '#src/server/start-server.ts';
import { openStore, type Store } from '#src/store/database/open-store.ts';

const FOLDER = new URL('../../schema/operations/', import.meta.url);

/** The operations in schema/operations by name, as `print` formats them. */
async function writtenOperations(): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(FOLDER, { recursive: true })).filter((name) =>
    name.endsWith('.graphql'),
  );
  const texts = await Promise.all(names.map((name) => readFile(new URL(name, FOLDER), 'utf8')));
  return new Map(
    texts.map((text) => {
      const document = parse(text);
      const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
      const name = operation && 'name' in operation ? operation.name?.value : undefined;
      return [name ?? '', print(document)];
    }),
  );
}

describe('the generated operations', () => {
  it('match schema/operations, with the hashes that the server accepts', async () => {
    const written = await writtenOperations();

    const documents = Object.entries(generated).filter(([name]) => name.endsWith('Document'));

    expect(documents.map(([name]) => name.replace(/Document$/, '')).toSorted()).toEqual(
      [...written.keys()].toSorted(),
    );
    for (const [name, document] of documents) {
      const text = written.get(name.replace(/Document$/, '')) ?? '';
      expect(print(parse(String(document)))).toBe(text);
      expect(document).toHaveProperty(
        '__meta__.hash',
        createHash('sha256').update(text).digest('hex'),
      );
    }
  });
});

describe('the client with a running server', () => {
  let server: RunningServer & { readonly store: Store };
  beforeAll(async () => {
    server = await startServer(readConfig({ PORT: '0', DEMARCHE_LOG: 'silent' }), () =>
      openStore({ ...inject('shared'), access: 'join' }),
    );
  });
  afterAll(async () => {
    await server.stop();
    await server.store.close();
  });

  it('sends a persisted operation by hash only, and data matches its types', async () => {
    const methods: (string | undefined)[] = [];
    const recordingFetch: typeof fetch = (address, request) => {
      methods.push(request?.method);
      return fetch(address, request);
    };
    const client = createClient({ url: server.url, fetch: recordingFetch });

    const answer = await client.ask(MatrixDocument, {
      actors: ['hamas'],
      filter: { channels: ['PRIVATE'] },
    });

    expect(methods).toEqual(['GET']);
    if (answer.kind !== 'data') throw new Error(JSON.stringify(answer));
    const [row] = answer.data.comparison.rows;
    expectTypeOf(row?.cells[0]?.median).toEqualTypeOf<number | null | undefined>();
    expect(row?.actor.name).toBe('Hamas');
    expect(row?.cells.find(({ condition }) => condition.code === 'RECOGNITION')?.median).toBe(1);
  });

  it('sends the whole text of an operation that the server does not know', async () => {
    const text = 'query Own($slug: String!) { actor(slug: $slug) { name } }';
    const document = new TypedDocumentString<{ actor: { name: string } }, { slug: string }>(text, {
      hash: createHash('sha256').update(text).digest('hex'),
    });

    const answer = await createClient({ url: server.url }).ask(document, { slug: 'hamas' });

    expect(answer).toEqual({ kind: 'data', data: { actor: { name: 'Hamas' } } });
  });

  it('returns the errors of the server', async () => {
    const client = createClient({ url: server.url });

    const answer = await client.ask(MatrixDocument, { actors: ['hamass'] });

    expect(answer).toMatchObject({
      kind: 'graphql',
      errors: [{ extensions: { code: 'UNKNOWN_ACTOR', input: ['actors', 0] } }],
    });
  });
});
