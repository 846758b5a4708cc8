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
