import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importPaths } from '#src/app/import/import-paths.ts';
import { openStore, type Store } from '#src/store/database/open-store.ts';
import { startTestServer, type TestServer } from '#test/server/test-server.ts';
import { EXAMPLES } from '#test/support/examples.ts';
import { makePlace, type Place } from '#test/support/place.ts';

/** The result without the address of the server, which citations name. */
async function ask(server: TestServer, query: string): Promise<string> {
  const text = await (await server.post(query)).text();
  return text.replaceAll(new URL(server.url).host, 'host');
}

describe('a server with threads', () => {
  let place: Place;
  let store: Store;
  let alone: TestServer;
  let threaded: TestServer;
  beforeAll(async () => {
    place = await makePlace('seeded');
    store = await openStore(place.options);
    alone = await startTestServer(() => Promise.resolve(store));
    threaded = await startTestServer(() => Promise.resolve(store), { DEMARCHE_THREADS: '2' });
  });
  afterAll(async () => {
    await alone.stop();
    await threaded.stop();
    await store.close();
    await place.remove();
  });
  it('gives the results of one without, whichever thread executes an operation', async () => {
    for (const { query } of EXAMPLES) {
      const expected = await ask(alone, query);

      const answers = await Promise.all(Array.from({ length: 8 }, () => ask(threaded, query)));

      expect(new Set(answers)).toEqual(new Set([expected]));
      expect(JSON.parse(expected).errors).toBeUndefined();
    }
  });

  it('executes every operation after an import on the new revision, in all threads', async () => {
    const revisions = '{ comparison(actors: ["hamas"]) { revision } }';
    const before = await ask(threaded, revisions);
    const file = join(place.options.dataFolder, 'harbour.yaml');
    await writeFile(
      file,
      'actors:\n  - { slug: harbour-board, name: Harbour Board, kind: ORGANISATION }\n',
    );

    await importPaths(store, {
      paths: [file],
      author: 'test',
      message: 'actors',
      dryRun: false,
    });
    const answers = await Promise.all(Array.from({ length: 30 }, () => ask(threaded, revisions)));

    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).not.toBe(before);
    expect(answers[0]).toBe(await ask(alone, revisions));
  });

  it('loads an earlier revision for whichever thread asks for it', async () => {
    const earlier = '{ comparison(actors: ["hamas"], revision: 1) { revision citation { date } } }';

    const answers = await Promise.all(Array.from({ length: 12 }, () => ask(threaded, earlier)));

    expect(new Set(answers)).toEqual(new Set([await ask(alone, earlier)]));
  });

  it('reports an unexpected error with the id of its request, from whichever thread', async () => {
    await store.prisma.$executeRawUnsafe('ALTER TABLE evidence RENAME TO mislaid');
    const query = '{ positions(first: 1) { nodes { evidence { exact } } } }';

    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, i) => threaded.post(query, { 'x-request-id': `fault-${i}` })),
    );
    await store.prisma.$executeRawUnsafe('ALTER TABLE mislaid RENAME TO evidence');

    for (const answer of answers) expect(await answer.text()).toContain('INTERNAL_SERVER_ERROR');
    const masked = threaded.logEntries().filter(({ message }) => message === 'masked error');
    expect(new Set(masked.map(({ requestId }) => requestId))).toEqual(
      new Set(answers.map((_, i) => `fault-${i}`)),
    );
  });
});
