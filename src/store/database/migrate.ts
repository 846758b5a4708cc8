/**
 * Brings the database to the shape that this version expects. The migrations are ordinary Prisma
 * migrations, recorded as Prisma does, so that `prisma migrate deploy` understands them.
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

/** Applies what is missing and returns the names; none, without starting the engine, if all is there. */
export async function migrate(
  prisma: PrismaClient,
  config: PoolConfig,
): Promise<readonly string[]> {
  const known = await readMigrations();
  const applied = await readApplied(prisma);
  const strangers = [...applied.keys()].filter((name) => !known.some((m) => m.name === name));
  if (strangers.length > 0) {
    throw new Failure(
      'STORE_INCOMPATIBLE',
      `The database was migrated by a newer version of Démarche (${strangers.join(', ')}). Use that version, or another database.`,
    );
  }
  const edited = known.filter((m) => (applied.get(m.name) ?? checksum(m)) !== checksum(m));
  if (edited.length > 0) {
    throw new Failure(
      'STORE_INCOMPATIBLE',
      `The database was made by another form of the migration ${edited.map((m) => m.name).join(', ')}. ` +
        'Restore a backup into a new database.',
    );
  }
  return known.every((m) => applied.has(m.name)) ? [] : apply(config, known);
}

/** The migrations that this version knows, in order. */
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

/** Prisma's own checksum of a migration: SHA-256 of the file. */
function checksum(migration: Migration): string {
  return createHash('sha256').update(migration.sql).digest('hex');
}

async function readApplied(prisma: PrismaClient): Promise<ReadonlyMap<string, string>> {
  const [table] = await prisma.$queryRaw<{ present: boolean }[]>`
    SELECT to_regclass('_prisma_migrations') IS NOT NULL AS present`;
  if (table?.present !== true) return new Map();
  const rows = await prisma.$queryRaw<{ name: string; checksum: string }[]>`
    SELECT migration_name AS name, checksum FROM _prisma_migrations
    WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
  return new Map(rows.map((row) => [row.name, row.checksum]));
}

async function apply(config: PoolConfig, known: readonly Migration[]): Promise<readonly string[]> {
  const { withSchemaEngine } = await import('./schema-engine.ts');
  const migrationsList: MigrationList = {
    baseDir: FOLDER.pathname,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: known.map(({ name, sql }) => ({
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
      // A script is one transaction, so one that was begun and not finished has left nothing behind.
      for (const migrationName of failedMigrationNames) {
        await engine.markMigrationRolledBack({ migrationName });
      }
      return (await engine.applyMigrations({ migrationsList, filters })).appliedMigrationNames;
    });
  } catch (error) {
    throw explain(error);
  }
}

/** Prisma's P3005: tables are there, but not ours. */
function explain(error: unknown): unknown {
  return error instanceof Error && 'code' in error && error.code === 'P3005'
    ? new Failure(
        'STORE_INCOMPATIBLE',
        "The database that DATABASE_URL names holds tables that are not Démarche's. Name an empty database: createdb demarche",
        { cause: error },
      )
    : error;
}
