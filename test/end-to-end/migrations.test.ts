import { describe, expect, inject, it } from 'vitest';
import { openCorpus } from '#src/app/corpus/open-corpus.ts';
import { migrationNames } from '#src/store/database/migrate.ts';
import { openStore, type Store } from '#src/store/database/open-store.ts';
import { latestRevision } from '#src/store/read/latest-revision.ts';
import {
  EARLIER_HISTORY,
  fillWithEarlierCorpus,
  historyOfArticle,
  toEarlierSchema,
} from '#test/support/earlier-release.ts';
import { usePlaces } from '#test/support/place.ts';

describe('migrations', () => {
  const newPlace = usePlaces();

  /** A store as release 0.1.0 leaves it if it is killed between the script of a migration and its record. */
  async function interruptedStore(migration: number, attempts: number) {
    const place = await newPlace('empty');
    const store = await openStore(place.options);
    await toEarlierSchema(store, migration + 1);
    const [name] = (await migrationNames()).slice(migration);
    await forgetMigration(store, name);
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      await store.sql(
        `UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL`,
      );
      await store.sql(
        `INSERT INTO _prisma_migrations (id, checksum, migration_name)
         VALUES (gen_random_uuid()::text, 'x', $1)`,
        [name],
      );
    }
    await store.close();
    return place;
  }

  it.each([
    [0, 3],
    [1, 1],
  ])(
    'continue after migration %i was committed but not recorded, in %i attempts',
    async (migration, attempts) => {
      const place = await interruptedStore(migration, attempts);

      const store = await openCorpus(place.options);

      expect(await latestRevision(store.sql)).toBe(1);
      expect(await store.prisma.position.count()).toBeGreaterThan(50);
      expect(await appliedMigrations(store)).toEqual(await migrationNames());
      await store.close();
    },
  );

  it('upgrade a corpus of release 0.1.0, and keep what it knows of its history', async () => {
    const place = await newPlace('empty');
    await fillWithEarlierCorpus(place);

    const store = await openCorpus(place.options);

    expect(await appliedMigrations(store)).toEqual(await migrationNames());
    expect(await latestRevision(store.sql)).toBe(2);
    expect(await historyOfArticle(store)).toEqual(EARLIER_HISTORY);
    await store.close();
  });

  it('make a coding of the positions of a coder in a document, as they stood at each revision', async () => {
    const place = await newPlace('empty');
    await fillWithEarlierCorpus(place);
    const before = await openStore({ ...place.options, migrations: 'ignore' });
    const ofCable = `document_id = (SELECT id FROM document WHERE reference = '07MOSCOW828')`;
    // A new version of each position of the cable's coding, with its evidence and attribution.
    const write = (revision: number, status: string): readonly string[] => {
      const versions = `JOIN position AS old ON old.id = position_id AND old.since_revision = 1
        JOIN position AS fresh ON fresh.key = old.key AND fresh.since_revision = ${revision}`;
      return [
        `UPDATE position SET until_revision = ${revision} WHERE ${ofCable} AND until_revision IS NULL`,
        `INSERT INTO position (key, condition_id, holder_id, stance, stated_on, stated_on_precision, on_or_before, channel,
           wording, modality, retellings, summary, document_id, coder, confidence, status, since_revision)
         SELECT key, condition_id, holder_id, stance, stated_on, stated_on_precision, on_or_before, channel,
           wording, modality, retellings, summary, document_id, coder, confidence, '${status}', ${revision}
         FROM position WHERE ${ofCable} AND since_revision = 1`,
        `INSERT INTO evidence (position_id, "order", text_id, passage_id, start, "end", exact, prefix, suffix)
         SELECT fresh.id, "order", text_id, passage_id, start, "end", exact, prefix, suffix FROM evidence ${versions}`,
        `INSERT INTO attribution_step (position_id, "order", speaker_id, channel)
         SELECT fresh.id, "order", speaker_id, attribution_step.channel FROM attribution_step ${versions}`,
      ];
    };
    // A summary is mended; the coding is in doubt again, withdrawn, and written once more.
    await before.prisma.$transaction(async (tx) => {
      for (const statement of [
        `INSERT INTO revision (number, author, message) SELECT n, 'a', 'b' FROM generate_series(3, 6) AS n`,
        ...write(3, 'SETTLED'),
        ...write(4, 'PROVISIONAL'),
        `UPDATE position SET until_revision = 5 WHERE ${ofCable} AND until_revision IS NULL`,
        ...write(6, 'SETTLED'),
      ])
        await tx.$executeRawUnsafe(statement);
    });
    await before.close();

    const store = await openCorpus(place.options);

    const codings = await store.prisma.coding.findMany({
      where: { document: { reference: '07MOSCOW828' } },
      select: {
        coder: true,
        versions: {
          select: { status: true, sinceRevision: true, untilRevision: true },
          orderBy: { sinceRevision: 'asc' },
        },
      },
    });
    expect(codings).toEqual([
      {
        coder: 'founding-coders',
        versions: [
          { status: 'SETTLED', sinceRevision: 1, untilRevision: 4 },
          { status: 'PROVISIONAL', sinceRevision: 4, untilRevision: 5 },
          { status: 'SETTLED', sinceRevision: 6, untilRevision: null },
        ],
      },
    ]);
    // Every other coding stands since its document was coded.
    const others = await store.prisma.codingVersion.findMany({
      where: { coding: { document: { reference: { not: '07MOSCOW828' } } } },
    });
    expect(others.length).toBeGreaterThan(3);
    expect(others.every(({ untilRevision }) => untilRevision === null)).toBe(true);
    await store.close();
  });

  it('fail if a table exists that no recorded attempt has created', async () => {
    const place = await newPlace('empty');
    const store = await openStore(place.options);
    await toEarlierSchema(store, 2);
    await forgetMigration(store, (await migrationNames())[1]);
    await store.close();

    await expect(openStore(place.options)).rejects.toThrow(/"superseded_header" already exists/);
  });

  it('fail in a database with tables of another application', async () => {
    const place = await newPlace('empty');
    const store = await openStore(place.options);
    await store.sql('DROP TABLE _prisma_migrations');
    await store.close();

    await expect(openStore(place.options)).rejects.toMatchObject({
      code: 'STORE_INCOMPATIBLE',
      message: expect.stringContaining('holds tables of another application'),
    });
  });

  it('are applied once by processes that start at the same time', async () => {
    const { options } = await newPlace('empty');
    // Only one process may open a data folder; a database of a server is open to several.
    const others = inject('template').kind === 'server' ? 3 : 0;

    const stores = await Promise.all(Array.from({ length: 1 + others }, () => openCorpus(options)));

    for (const store of stores) expect(await latestRevision(store.sql)).toBe(1);
    for (const store of stores) await store.close();
  });
});

async function forgetMigration(store: Store, name: string | undefined): Promise<void> {
  await store.sql('DELETE FROM _prisma_migrations WHERE migration_name = $1', [name]);
}

async function appliedMigrations(store: Store): Promise<readonly string[]> {
  const applied = await store.sql<{ name: string }>(
    `SELECT migration_name AS name FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY name`,
  );
  return applied.map(({ name }) => name);
}
