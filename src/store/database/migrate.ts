/**
 * Applies the Prisma migrations in `prisma/migrations`. They are recorded in `_prisma_migrations`, as
 * `prisma migrate deploy` does, but each in one transaction with its script: Prisma records a script
 * after its commit, and a process that ends in between would apply it again.
 */
import { createHash, randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { Client, DatabaseError, type PoolConfig } from 'pg';
import { Failure } from '#src/domain/failure.ts';
import type { PrismaClient } from '../generated/client.ts';

const FOLDER = new URL('../../../prisma/migrations/', import.meta.url);

/** Number of migrations of this version. */
const MIGRATION_COUNT = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) =>
  entry.isDirectory(),
).length;

/** A script that changes the schema of the database. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/**
 * What to do with a database that an earlier version has written. `apply`: migrate it. `require`: fail.
 * `ignore`: leave it as it is. A new database gets the present schema in any case.
 */
export type MigrationPolicy = 'apply' | 'require' | 'ignore';

/**
 * Applies outstanding migrations and returns their names. Throws `STORE_INCOMPATIBLE` if the database
 * has migrations that this version lacks, an edited migration, or tables of another application, or if
 * the policy requires that none is outstanding.
 */
export async function migrate(
  prisma: PrismaClient,
  config: PoolConfig,
  policy: MigrationPolicy = 'apply',
): Promise<readonly string[]> {
  const migrations = await readMigrations();
  const applied = await readApplied(prisma);
  const unknown = [...applied.keys()].filter((name) => !migrations.some((m) => m.name === name));
  if (unknown.length > 0) throw migratedByNewer(` (${unknown.join(', ')})`);
  const edited = migrations.filter((m) => (applied.get(m.name) ?? checksum(m)) !== checksum(m));
  if (edited.length > 0) {
    throw new Failure(
      'STORE_INCOMPATIBLE',
      `The database was migrated with a different edition of ${edited.map((m) => m.name).join(', ')}. ` +
        'Restore a backup into a new database.',
    );
  }
  if (migrations.every((m) => applied.has(m.name))) return [];
  if (applied.size > 0 && policy === 'ignore') return [];
  if (applied.size > 0 && policy === 'require') {
    throw new Failure(
      'STORE_INCOMPATIBLE',
      'The database was written by an earlier version of Démarche. Make a backup, then bring it up to date with: demarche migrate',
    );
  }
  return applyMigrations(config, migrations);
}

/** Throws `STORE_INCOMPATIBLE` if a newer version has migrated the database while this one uses it. */
export function checkMigrationCount(count: number): void {
  if (count > MIGRATION_COUNT) throw migratedByNewer('');
}

/** SQL for the number of migrations of a database. */
export const COUNT_MIGRATIONS =
  'SELECT count(*)::int FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL';

function migratedByNewer(which: string): Failure {
  return new Failure(
    'STORE_INCOMPATIBLE',
    `The database was migrated by a newer version of Démarche${which}. Use that version, or another database.`,
  );
}

/** Names of the migrations of this version, in order. */
export async function migrationNames(): Promise<readonly string[]> {
  return (await readdir(FOLDER, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
}

/** The migrations of this version, in order. */
export async function readMigrations(): Promise<readonly Migration[]> {
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

/** The lock of `prisma migrate`: migrations are applied by one process at a time. */
const MIGRATION_LOCK = 72_707_369;

async function applyMigrations(
  config: PoolConfig,
  migrations: readonly Migration[],
): Promise<readonly string[]> {
  const client = new Client(config);
  await client.connect();
  try {
    const names: string[] = [];
    for (const migration of migrations) {
      if (await applyMigration(client, migration)) names.push(migration.name);
    }
    return names;
  } finally {
    await client.end();
  }
}

/** Returns whether the migration was outstanding: another process may have applied it meanwhile. */
function applyMigration(client: Client, migration: Migration): Promise<boolean> {
  return inTransaction(client, async () => {
    await prepareHistory(client);
    const { rows: history } = await client.query<{ isApplied: boolean }>(
      `SELECT finished_at IS NOT NULL AND rolled_back_at IS NULL AS "isApplied"
       FROM _prisma_migrations WHERE migration_name = $1`,
      [migration.name],
    );
    if (history.some(({ isApplied }) => isApplied)) return false;
    await client.query('SAVEPOINT script');
    try {
      await client.query(migration.sql);
    } catch (error) {
      // Release 0.1.0 recorded a script after its commit: this one was committed by a process that
      // ended before it could do so.
      if (history.length === 0 || !isDuplicate(error)) throw error;
      await client.query('ROLLBACK TO SAVEPOINT script');
    }
    await client.query(
      `UPDATE _prisma_migrations SET rolled_back_at = now()
       WHERE migration_name = $1 AND rolled_back_at IS NULL`,
      [migration.name],
    );
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), 1)`,
      [randomUUID(), checksum(migration), migration.name],
    );
    return true;
  });
}

/** Acquires the lock, and creates the table that records migrations, as Prisma does. */
async function prepareHistory(client: Client): Promise<void> {
  await client.query(`SELECT pg_advisory_xact_lock(${MIGRATION_LOCK})`);
  const { rows } = await client.query<{ hasHistory: boolean; hasTables: boolean }>(`
    SELECT to_regclass('_prisma_migrations') IS NOT NULL AS "hasHistory",
      EXISTS (
        SELECT FROM pg_class WHERE relnamespace = current_schema()::regnamespace
          AND relkind IN ('r', 'p', 'v', 'm', 'f')
          AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_class.oid AND deptype = 'e')
      ) AS "hasTables"`);
  if (rows[0]?.hasHistory === true) return;
  if (rows[0]?.hasTables === true) {
    throw new Failure(
      'STORE_INCOMPATIBLE',
      'The database of DATABASE_URL holds tables of another application. Use an empty one; create it with: createdb demarche',
    );
  }
  await client.query(`
    CREATE TABLE _prisma_migrations (
      id varchar(36) PRIMARY KEY,
      checksum varchar(64) NOT NULL,
      finished_at timestamptz,
      migration_name varchar(255) NOT NULL,
      logs text,
      rolled_back_at timestamptz,
      started_at timestamptz NOT NULL DEFAULT now(),
      applied_steps_count integer NOT NULL DEFAULT 0
    )`);
}

async function inTransaction<Result>(client: Client, work: () => Promise<Result>): Promise<Result> {
  await client.query('BEGIN');
  try {
    const result = await work();
    await client.query('COMMIT');
    return result;
  } catch (error) {
    // If the connection is lost, the server rolls back by itself.
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  }
}

/** SQLSTATEs of an object that exists already: a column, a type or constraint, a table or index, a function. */
const DUPLICATE: ReadonlySet<string | undefined> = new Set(['42701', '42710', '42P07', '42723']);

function isDuplicate(error: unknown): boolean {
  return error instanceof DatabaseError && DUPLICATE.has(error.code);
}
