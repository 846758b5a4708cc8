import { Failure } from '#src/domain/failure.ts';
import { isDiskFull } from '../database/disk-full.ts';
import { readMigrations } from '../database/migrate.ts';
import { waitUntilVisible } from '../database/revision-lease.ts';
import { longTransaction, type Transaction } from '../database/transaction.ts';
import { Prisma, type PrismaClient } from '../generated/client.ts';
import { TABLES } from './backup-format.ts';
import { readBackupLines } from './read-backup-lines.ts';
import { columnsOf } from './table-columns.ts';

/**
 * Restores a backup into an empty corpus, in one transaction. Run `checkBackup` first: this function
 * trusts the file. `onProgress` receives the number of records restored so far. Returns the number of
 * the latest revision. Throws `BAD_INPUT` if the corpus is not empty or the records violate a
 * constraint, `STORE_FULL` if the disk is full.
 */
export async function restoreBackup(
  prisma: PrismaClient,
  file: string,
  onProgress: (records: number) => void,
): Promise<number> {
  try {
    const revision = await longTransaction(prisma, async (tx) => {
      if ((await tx.revision.count()) > 0) {
        throw new Failure(
          'BAD_INPUT',
          'The corpus is not empty. Restore into an empty one: set DEMARCHE_DATA to a new folder, or DATABASE_URL to an empty database.',
        );
      }
      return restoreLines(tx, file, onProgress);
    });
    await waitUntilVisible();
    return revision;
  } catch (error) {
    throw explainRestoreError(error, file);
  }
}

async function restoreLines(
  tx: Transaction,
  file: string,
  onProgress: (records: number) => void,
): Promise<number> {
  let revision = 0;
  let restored = 0;
  let upgrade: Upgrade | null = null;
  const columnsByTable = new Map<string, string>();
  for await (const line of readBackupLines(file)) {
    if (line.kind === 'header') {
      revision = line.revision;
      upgrade = await beginUpgrade(tx, line.migrations);
    }
    if (line.kind !== 'rows') continue;
    const columns = columnsByTable.get(line.table) ?? (await columnsOf(tx, line.table));
    columnsByTable.set(line.table, columns);
    const table = Prisma.raw(`"${line.table}"`);
    await tx.$executeRaw`
      INSERT INTO ${table} (${Prisma.raw(columns)})
      SELECT ${Prisma.raw(columns)} FROM json_populate_recordset(NULL::${table}, ${JSON.stringify(line.rows)}::json)`;
    restored += line.rows.length;
    onProgress(restored);
  }
  await upgrade?.();
  await advanceSequences(tx);
  return revision;
}

/** Brings restored records to the present schema. */
type Upgrade = () => Promise<void>;

/** Schema of the database in which an earlier version's records are restored. */
const EARLIER = 'demarche_earlier_version';

/**
 * Records of an earlier version are restored in a schema as it was then, which is then migrated, and
 * whose records are copied. Null if the records are of this version.
 */
async function beginUpgrade(tx: Transaction, recorded: readonly string[]): Promise<Upgrade | null> {
  const migrations = await readMigrations();
  const outstanding = migrations.filter(({ name }) => !recorded.includes(name));
  if (outstanding.length === 0) return null;
  const [present] = await tx.$queryRaw<{ name: string }[]>`SELECT current_schema()::text AS name`;
  const schema = `"${present?.name}"`;
  await tx.$executeRawUnsafe(`CREATE SCHEMA ${EARLIER}; SET LOCAL search_path TO ${EARLIER}`);
  for (const { name, sql } of migrations)
    if (recorded.includes(name)) await tx.$executeRawUnsafe(sql);
  return async () => {
    // A table cannot change, or be dropped, while checks of it wait for the end of the transaction.
    await tx.$executeRawUnsafe('SET CONSTRAINTS ALL IMMEDIATE');
    for (const { sql } of outstanding) await tx.$executeRawUnsafe(sql);
    await tx.$executeRawUnsafe(`SET CONSTRAINTS ALL DEFERRED; SET LOCAL search_path TO ${schema}`);
    for (const table of TABLES) {
      const columns = await columnsOf(tx, table);
      const copied = columns.split(', ').map((column) => `copy.${column}`);
      // By way of JSON: the types of the two schemas differ, though not in their values.
      await tx.$executeRawUnsafe(`
        INSERT INTO ${schema}."${table}" (${columns}) SELECT ${copied.join(', ')}
        FROM ${EARLIER}."${table}" AS earlier,
          LATERAL json_populate_record(NULL::${schema}."${table}", row_to_json(earlier)) AS copy`);
    }
    await tx.$executeRawUnsafe(`DROP SCHEMA ${EARLIER} CASCADE`);
  };
}

function explainRestoreError(error: unknown, file: string): unknown {
  if (isDiskFull(error)) {
    return new Failure(
      'STORE_FULL',
      'The disk for the restored corpus is full. Nothing was restored. Free some space and restore again.',
      { cause: error },
    );
  }
  // Prisma's P2010: the database rejected a raw statement, here because of a constraint.
  return error instanceof Error && 'code' in error && error.code === 'P2010'
    ? new Failure(
        'BAD_INPUT',
        `${file} holds inconsistent records: ${error.message.split('\n').at(-1)} Nothing was restored. Use another backup.`,
        { cause: error },
      )
    : error;
}

/** Makes the id sequences continue after the restored records. */
async function advanceSequences(tx: Transaction): Promise<void> {
  for (const table of TABLES) {
    const [sequence] = await tx.$queryRaw<{ name: string | null }[]>`
      SELECT CASE WHEN EXISTS (
        SELECT FROM information_schema.columns WHERE table_name = ${table} AND column_name = 'id'
      ) THEN pg_get_serial_sequence(${`"${table}"`}, 'id') END AS name`;
    if (!sequence?.name) continue;
    await tx.$executeRaw`
      SELECT setval(${sequence.name}::regclass, greatest((SELECT max(id) FROM ${Prisma.raw(`"${table}"`)}), 1))`;
  }
}
