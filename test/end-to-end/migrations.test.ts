import { readFile } from 'node:fs/promises';
import { describe, expect, inject, it } from 'vitest';
import { openCorpus } from '#src/app/corpus/open-corpus.ts';
import { openStore, type Store } from '#src/store/database/open-store.ts';
import { latestRevision } from '#src/store/read/latest-revision.ts';
import { usePlaces } from '#test/support/place.ts';

const NAMES = ['20261122000000_first_corpus', '20261123000000_revisions_of_headers'];

describe('migrations', () => {
  const newPlace = usePlaces();

  /** A store as release 0.1.0 leaves it if it is killed between the script of a migration and its record. */
  async function interruptedStore(migration: number, attempts: number) {
    const place = await newPlace('empty');
    const store = await openStore(place.options);
    await forgetMigrations(store, NAMES.slice(migration));
    for (const name of NAMES.slice(migration + 1)) await undo(store, name);
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      await store.sql(
        `UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL`,
      );
      await store.sql(
        `INSERT INTO _prisma_migrations (id, checksum, migration_name)
         VALUES (gen_random_uuid()::text, 'x', $1)`,
        [NAMES[migration]],
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
      expect(await store.prisma.supersededHeader.count()).toBe(0);
      expect(await appliedMigrations(store)).toEqual(NAMES);
      await store.close();
    },
  );

  it('fail if a table exists that no recorded attempt has created', async () => {
    const place = await newPlace('empty');
    const store = await openStore(place.options);
    await forgetMigrations(store, NAMES.slice(1));
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

async function forgetMigrations(store: Store, names: readonly string[]): Promise<void> {
  await store.sql('DELETE FROM _prisma_migrations WHERE migration_name = ANY($1)', [names]);
}

/** Removes what a migration has created. */
async function undo(store: Store, name: string): Promise<void> {
  const script = await readFile(`prisma/migrations/${name}/migration.sql`, 'utf8');
  for (const [, index] of script.matchAll(/^CREATE INDEX "(\w+)"/gm))
    await store.sql(`DROP INDEX IF EXISTS "${index}"`);
  for (const [, table] of script.matchAll(/^CREATE TABLE "(\w+)"/gm))
    await store.sql(`DROP TABLE "${table}"`);
}

async function appliedMigrations(store: Store): Promise<readonly string[]> {
  const applied = await store.sql<{ name: string }>(
    `SELECT migration_name AS name FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY name`,
  );
  return applied.map(({ name }) => name);
}
