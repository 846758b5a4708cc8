import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Failure } from '#src/domain/failure.ts';
import { isDiskFull } from '../database/disk-full.ts';
import { longTransaction, type Transaction } from '../database/transaction.ts';
import { Prisma, type PrismaClient } from '../generated/client.ts';
import { ALL_TABLES, type BackupLine, FORMAT, FORMAT_VERSION } from './backup-format.ts';
import { checkBackup } from './check-backup.ts';
import { columnsOf } from './table-columns.ts';

/** Records per query. A text may have 20 MB, and six times as much in JSON. */
const BATCH_SIZE = { document_text: 4, others: 500 } as const;
/** Length of a line of the file after which the next begins, in UTF-16 units. */
const LINE_LENGTH = 4_000_000;

/**
 * Writes a consistent snapshot of the whole corpus to `file`, by way of `file.part`, which is read back
 * before it is renamed: `file` is never incomplete, and can be restored. `onProgress` receives the fraction done (0…1); `signal` aborts and leaves no file.
 * Returns the number of records. Throws `STORE_FULL`, or `BAD_INPUT` if the file cannot be written.
 */
export async function writeBackup(
  prisma: PrismaClient,
  file: string,
  onProgress: (fraction: number) => void,
  signal: AbortSignal,
): Promise<number> {
  const partFile = `${file}.part`;
  let records = 0;
  try {
    await longTransaction(
      prisma,
      async (tx) => {
        await pipeline(
          Readable.from(backupLines(tx, onProgress, (total) => (records = total))),
          createGzip(),
          createWriteStream(partFile, { mode: 0o600 }),
          { signal },
        );
      },
      { isolationLevel: 'RepeatableRead' },
    );
    await checkBackup(partFile);
    await rename(partFile, file);
    return records;
  } catch (error) {
    throw explainWriteError(error, file);
  } finally {
    await rm(partFile, { force: true });
  }
}

/** errno names of a file that cannot be written where the user asked for it. */
const NOT_WRITABLE = new Set(['EACCES', 'EPERM', 'EROFS', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG']);

function explainWriteError(error: unknown, file: string): unknown {
  if (isDiskFull(error)) {
    return new Failure(
      'STORE_FULL',
      `The disk that holds ${file} is full. No backup was written. Free some space, or choose another disk.`,
      { cause: error },
    );
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return NOT_WRITABLE.has(code)
    ? new Failure(
        'BAD_INPUT',
        `${file} cannot be written (${code}). Choose a folder where you have write permission.`,
        { cause: error },
      )
    : error;
}

/** The lines of the file. `onTotal` receives the number of records. */
async function* backupLines(
  tx: Transaction,
  onProgress: (fraction: number) => void,
  onTotal: (records: number) => void,
): AsyncGenerator<string> {
  // PostgreSQL formats timestamps in the session's time zone: UTC makes backups comparable.
  await tx.$executeRaw`SET LOCAL TimeZone = 'UTC'`;
  const migrations = await tx.$queryRaw<{ name: string }[]>`
    SELECT migration_name AS name FROM _prisma_migrations
    WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`;
  const { _max } = await tx.revision.aggregate({ _max: { number: true } });
  yield toLine({
    kind: 'header',
    format: FORMAT,
    version: FORMAT_VERSION,
    migrations: migrations.map(({ name }) => name),
    revision: _max.number ?? 0,
  });
  let total = 0;
  const tables = await tablesOf(tx);
  for (const [index, table] of tables.entries()) {
    for await (const records of recordsOf(tx, table)) {
      yield `{"kind":"rows","table":"${table}","rows":[${records.join(',')}]}\n`;
      total += records.length;
    }
    onProgress((index + 1) / tables.length);
  }
  onTotal(total);
  yield toLine({ kind: 'end', rows: total });
}

function toLine(line: BackupLine): string {
  return `${JSON.stringify(line)}\n`;
}

/** The tables of the database, which an earlier version may have written. */
async function tablesOf(tx: Transaction): Promise<readonly string[]> {
  const present = await tx.$queryRaw<{ name: string }[]>`
    SELECT tablename::text AS name FROM pg_tables WHERE schemaname = current_schema()`;
  const names = new Set(present.map(({ name }) => name));
  return ALL_TABLES.filter((table) => names.has(table));
}

/** The records of a table in order of its primary key, as JSON, in parts for a line each. */
async function* recordsOf(tx: Transaction, table: string): AsyncGenerator<readonly string[]> {
  const columns = Prisma.raw(await columnsOf(tx, table));
  const key = Prisma.raw(await primaryKeyOf(tx, table));
  await tx.$executeRaw`
    DECLARE backup CURSOR FOR
    SELECT row_to_json(page)::text AS record FROM (
      SELECT ${columns} FROM ${Prisma.raw(`"${table}"`)} ORDER BY ${key}
    ) AS page`;
  const count = table === 'document_text' ? BATCH_SIZE.document_text : BATCH_SIZE.others;
  let part: string[] = [];
  let length = 0;
  for (;;) {
    const batch = await tx.$queryRaw<
      { record: string }[]
    >`FETCH ${Prisma.raw(`${count}`)} FROM backup`;
    for (const { record } of batch) {
      part.push(record);
      length += record.length;
      if (length < LINE_LENGTH && part.length < BATCH_SIZE.others) continue;
      yield part;
      [part, length] = [[], 0];
    }
    if (batch.length < count) break;
  }
  if (part.length > 0) yield part;
  await tx.$executeRaw`CLOSE backup`;
}

/** The primary key's columns as an SQL list: a total order for paging. */
async function primaryKeyOf(tx: Transaction, table: string): Promise<string> {
  const columns = await tx.$queryRaw<{ name: string }[]>`
    SELECT attname AS name FROM pg_index JOIN pg_attribute
      ON attrelid = indrelid AND attnum = ANY(indkey)
    WHERE indisprimary AND indrelid = to_regclass(${`"${table}"`})
    ORDER BY array_position(indkey::int2[], attnum)`;
  return columns.map(({ name }) => `"${name}"`).join(', ');
}
