import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Failure } from '#src/domain/failure.ts';
import { isDiskFull } from '../database/disk-full.ts';
import { longTransaction, type Transaction } from '../database/transaction.ts';
import { Prisma, type PrismaClient } from '../generated/client.ts';
import { type BackupLine, FORMAT, FORMAT_VERSION, TABLES } from './backup-format.ts';
import { columnsOf } from './table-columns.ts';

/** Records per line of the file. */
const BATCH_SIZE = 500;

/**
 * Writes a consistent snapshot of the whole corpus to `file`, by way of `file.part`, so that `file` is
 * never incomplete. `onProgress` receives the fraction done (0…1); `signal` aborts and leaves no file.
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
        const lines = async function* () {
          for await (const line of backupLines(tx, onProgress)) {
            if (line.kind === 'end') records = line.rows;
            yield `${JSON.stringify(line)}\n`;
          }
        };
        await pipeline(
          Readable.from(lines()),
          createGzip(),
          createWriteStream(partFile, { mode: 0o600 }),
          { signal },
        );
      },
      { isolationLevel: 'RepeatableRead' },
    );
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

async function* backupLines(
  tx: Transaction,
  onProgress: (fraction: number) => void,
): AsyncGenerator<BackupLine> {
  // PostgreSQL formats timestamps in the session's time zone: UTC makes backups comparable.
  await tx.$executeRaw`SET LOCAL TimeZone = 'UTC'`;
  const migrations = await tx.$queryRaw<{ name: string }[]>`
    SELECT migration_name AS name FROM _prisma_migrations
    WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`;
  const { _max } = await tx.revision.aggregate({ _max: { number: true } });
  yield {
    kind: 'header',
    format: FORMAT,
    version: FORMAT_VERSION,
    migrations: migrations.map(({ name }) => name),
    revision: _max.number ?? 0,
  };
  let total = 0;
  for (const [index, table] of TABLES.entries()) {
    const columns = Prisma.raw(await columnsOf(tx, table));
    const name = Prisma.raw(`"${table}"`);
    const key = Prisma.raw(await primaryKeyOf(tx, table));
    for (let offset = 0; ; offset += BATCH_SIZE) {
      const batch = await tx.$queryRaw<{ record: object }[]>`
        SELECT row_to_json(page) AS record FROM (
          SELECT ${columns} FROM ${name} ORDER BY ${key} OFFSET ${offset} LIMIT ${BATCH_SIZE}
        ) AS page`;
      if (batch.length > 0) yield { kind: 'rows', table, rows: batch.map(({ record }) => record) };
      total += batch.length;
      if (batch.length < BATCH_SIZE) break;
    }
    onProgress((index + 1) / TABLES.length);
  }
  yield { kind: 'end', rows: total };
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
