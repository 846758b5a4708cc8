import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Failure } from '#src/domain/failure.ts';
import type { Transaction } from '../database/bulk-insert.ts';
import { isDiskFull } from '../embedded/disk-full.ts';
import { Prisma, type PrismaClient } from '../generated/client.ts';
import { type BackupLine, FORMAT, FORMAT_VERSION, TABLES } from './backup-format.ts';
import { columnsOf } from './table-columns.ts';

const BATCH = 500;

/**
 * Writes the whole corpus, as it stands at one moment, to a file: beside its place first, so that
 * a file of that name is always a whole backup. Returns the number of rows.
 */
export async function writeBackup(
  prisma: PrismaClient,
  file: string,
  onProgress: (part: number) => void,
  signal: AbortSignal,
): Promise<number> {
  const draft = `${file}.part`;
  let rows = 0;
  try {
    await prisma.$transaction(
      async (tx) => {
        const lines = async function* () {
          for await (const line of backupLines(tx, onProgress)) {
            if (line.kind === 'end') rows = line.rows;
            yield `${JSON.stringify(line)}\n`;
          }
        };
        await pipeline(
          Readable.from(lines()),
          createGzip(),
          createWriteStream(draft, { mode: 0o600 }),
          { signal },
        );
      },
      { isolationLevel: 'RepeatableRead', maxWait: 60_000, timeout: 3_600_000 },
    );
    await rename(draft, file);
    return rows;
  } catch (error) {
    throw explain(error, file);
  } finally {
    await rm(draft, { force: true });
  }
}

/** What a file system says when a file cannot be written. */
const REFUSED = new Set(['EACCES', 'EPERM', 'EROFS', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG']);

function explain(error: unknown, file: string): unknown {
  if (isDiskFull(error)) {
    return new Failure(
      'STORE_FULL',
      `The disk has no room for ${file}. Nothing was left behind: make room, or write it elsewhere.`,
      { cause: error },
    );
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REFUSED.has(code)
    ? new Failure(
        'BAD_INPUT',
        `${file} cannot be written (${code}). Name a file in a folder that this user may write.`,
        { cause: error },
      )
    : error;
}

async function* backupLines(
  tx: Transaction,
  onProgress: (part: number) => void,
): AsyncGenerator<BackupLine> {
  // Moments are written in the session's time zone: one and the same for every backup.
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
  for (const [done, table] of TABLES.entries()) {
    const columns = Prisma.raw(await columnsOf(tx, table));
    const name = Prisma.raw(`"${table}"`);
    const key = Prisma.raw(await keyOf(tx, table));
    for (let offset = 0; ; offset += BATCH) {
      const found = await tx.$queryRaw<{ row: object }[]>`
        SELECT row_to_json(chosen) AS row FROM (
          SELECT ${columns} FROM ${name} ORDER BY ${key} OFFSET ${offset} LIMIT ${BATCH}
        ) AS chosen`;
      if (found.length > 0) yield { kind: 'rows', table, rows: found.map(({ row }) => row) };
      total += found.length;
      if (found.length < BATCH) break;
    }
    onProgress((done + 1) / TABLES.length);
  }
  yield { kind: 'end', rows: total };
}

/** The primary key's columns, for an order that pages can rely on. */
async function keyOf(tx: Transaction, table: string): Promise<string> {
  const rows = await tx.$queryRaw<{ name: string }[]>`
    SELECT attname AS name FROM pg_index JOIN pg_attribute
      ON attrelid = indrelid AND attnum = ANY(indkey)
    WHERE indisprimary AND indrelid = to_regclass(${`"${table}"`})
    ORDER BY array_position(indkey::int2[], attnum)`;
  return rows.map(({ name }) => `"${name}"`).join(', ');
}
