/**
 * Applies the Prisma migrations in `prisma/migrations`. They are recorded in `_prisma_migrations`, as
 * `prisma migrate deploy` does.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { MigrationList } from '@prisma/schema-engine-wasm';
import type { PoolConfig } from 'pg';
import { Failure } from '#src/domain/failure.ts';
import type { PrismaClient } from '../generated/client.ts';

const FOLDER = new URL('../../../prisma/migrations/', import.meta.url);
const SCHEMA = new URL('../../../prisma/schema.prisma', import.meta.url);

interface Migration {
  readonly name: string;
  readonly sql: string;
}

/**
 * Applies outstanding migrations and returns their names. The schema engine starts only if there are
 * any. Throws `STORE_INCOMPATIBLE` if the database has migrations that this version lacks, an edited
 * migration, or tables of another application.
 */
export async function migrate(
  prisma: PrismaClient,
  config: PoolConfig,
): Promise<readonly string[]> {
  const migrations = await readMigrations();
  const applied = await readApplied(prisma);
  const unknown = [...applied.keys()].filter((name) => !migrations.some((m) => m.name === name));
  if (unknown.length > 0) {
    throw new Failure(
      'STORE_INCOMPATIBLE',
      `The database was migrated by a newer version of Démarche (${unknown.join(', ')}). Use that version, or another database.`,
    );
  }
  const edited = migrations.filter((m) => (applied.get(m.name) ?? checksum(m)) !== checksum(m));
  if (edited.length > 0) {
    throw new Failure(
      'STORE_INCOMPATIBLE',
      `The database was migrated with a different edition of ${edited.map((m) => m.name).join(', ')}. ` +
        'Restore a backup into a new database.',
    );
  }
  return migrations.every((m) => applied.has(m.name)) ? [] : applyMigrations(config, migrations);
}

/** Names of the migrations of this version, in order. */
export async function migrationNames(): Promise<readonly string[]> {
  return (await readdir(FOLDER, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
}

async function readMigrations(): Promise<readonly Migration[]> {
  const names = await migrationNames();
  return Promise.all(
    names.map(async (name) => ({
      name,
      sql: await readFile(new URL(`${name}/migration.sql`, FOLDER), 'utf8'),
    })),
  );
}

/** The checksum that Prisma records: SHA-256 of the file. */
function checksum(migration: Migration): string {
  return createHash('sha256').update(migration.sql).digest('hex');
}

/** Checksums of the applied migrations by name. */
async function readApplied(prisma: PrismaClient): Promise<ReadonlyMap<string, string>> {
  const [table] = await prisma.$queryRaw<{ present: boolean }[]>`
    SELECT to_regclass('_prisma_migrations') IS NOT NULL AS present`;
  if (table?.present !== true) return new Map();
  const applied = await prisma.$queryRaw<{ name: string; checksum: string }[]>`
    SELECT migration_name AS name, checksum FROM _prisma_migrations
    WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
  return new Map(applied.map(({ name, checksum: recorded }) => [name, recorded]));
}

async function applyMigrations(
  config: PoolConfig,
  migrations: readonly Migration[],
): Promise<readonly string[]> {
  const { withSchemaEngine } = await import('./schema-engine.ts');
  const migrationsList: MigrationList = {
    baseDir: FOLDER.pathname,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  };
  const filters = { externalTables: [], externalEnums: [] };
  try {
    return await withSchemaEngine(config, await readFile(SCHEMA, 'utf8'), async (engine) => {
      const { failedMigrationNames } = await engine.diagnoseMigrationHistory({
        migrationsList,
        optInToShadowDatabase: false,
        filters,
      });
      // A script is one transaction, so a failed one has left nothing behind and can run again.
      for (const migrationName of failedMigrationNames) {
        await engine.markMigrationRolledBack({ migrationName });
      }
      return (await engine.applyMigrations({ migrationsList, filters })).appliedMigrationNames;
    });
  } catch (error) {
    throw explainMigrationError(error);
  }
}

/** Prisma's P3005: the schema is not empty and has no migration history. */
function explainMigrationError(error: unknown): unknown {
  return error instanceof Error && 'code' in error && error.code === 'P3005'
    ? new Failure(
        'STORE_INCOMPATIBLE',
        'The database of DATABASE_URL holds tables of another application. Use an empty one; create it with: createdb demarche',
        { cause: error },
      )
    : error;
}
