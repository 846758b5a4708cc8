import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { Failure } from '#src/domain/failure.ts';
import type { Transaction } from '../database/bulk-insert.ts';
import { longTransaction } from '../database/long-transaction.ts';
import { migrationNames } from '../database/migrate.ts';
import { published } from '../database/publication.ts';
import { isDiskFull } from '../embedded/disk-full.ts';
import { Prisma, type PrismaClient } from '../generated/client.ts';
import { type BackupLine, FORMAT, FORMAT_VERSION, TABLES } from './backup-format.ts';
import { columnsOf } from './table-columns.ts';

/**
 * Reads a backup into a store that is still empty: all of it, or nothing. Returns the revision.
 * `checkBackup` goes before it, so that a damaged file is known before anything is opened.
 */
export async function restoreBackup(
  prisma: PrismaClient,
  file: string,
  onRows: (rows: number) => void,
): Promise<number> {
  try {
    const revision = await longTransaction(prisma, async (tx) => {
      if ((await tx.revision.count()) > 0) {
        throw new Failure(
          'BAD_INPUT',
          'A backup is restored into an empty corpus, and this one is not empty. Set DEMARCHE_DATA to a new folder, or DATABASE_URL to an empty database.',
        );
      }
      return restoreLines(tx, file, onRows);
    });
    await published();
    return revision;
  } catch (error) {
    throw explain(error, file);
  }
}

/** Reads a backup from end to end, checksum included, and fails on one that is not whole. */
export async function checkBackup(file: string): Promise<void> {
  let headed = false;
  let rows = 0;
  let announced: number | null = null;
  for await (const line of readLines(file)) {
    if (line.kind === 'header') await checkHeader(line, file);
    else if (!headed || announced !== null) throw notABackup(file);
    else if (line.kind === 'rows') rows += checkRows(line, file);
    else announced = line.rows;
    headed = true;
  }
  if (!headed) throw notABackup(file);
  if (announced !== rows) throw cutShort(file);
}

async function restoreLines(
  tx: Transaction,
  file: string,
  onRows: (rows: number) => void,
): Promise<number> {
  let revision = 0;
  let restored = 0;
  const columns = new Map<string, string>();
  for await (const line of readLines(file)) {
    if (line.kind === 'header') revision = line.revision;
    if (line.kind !== 'rows') continue;
    const own = columns.get(line.table) ?? (await columnsOf(tx, line.table));
    columns.set(line.table, own);
    const table = Prisma.raw(`"${line.table}"`);
    await tx.$executeRaw`
      INSERT INTO ${table} (${Prisma.raw(own)})
      SELECT ${Prisma.raw(own)} FROM json_populate_recordset(NULL::${table}, ${JSON.stringify(line.rows)}::json)`;
    restored += line.rows.length;
    onRows(restored);
  }
  await continueNumbering(tx);
  return revision;
}

async function* readLines(file: string): AsyncGenerator<BackupLine> {
  const input = createReadStream(file);
  const unzipped = createGunzip();
  input.on('error', (error) => unzipped.destroy(error));
  // A damaged file may have a second fault after the first, which has been told by then.
  unzipped.on('error', () => {});
  const lines = createInterface({ input: input.pipe(unzipped), crlfDelay: Infinity });
  try {
    for await (const line of lines) {
      const parsed = JSON.parse(line) as BackupLine | null;
      if (parsed === null || typeof parsed !== 'object') throw notABackup(file);
      yield parsed;
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT') throw new Failure('BAD_INPUT', `There is no file ${file}.`);
    if (code === 'EISDIR') throw new Failure('BAD_INPUT', `${file} is a folder, not a backup.`);
    if (code === 'Z_BUF_ERROR') throw cutShort(file);
    if (error instanceof SyntaxError || code.startsWith('Z_')) throw notABackup(file);
    throw error;
  } finally {
    input.destroy();
    unzipped.destroy();
  }
}

async function checkHeader(header: BackupLine & { kind: 'header' }, file: string): Promise<void> {
  if (header.format !== FORMAT || !Array.isArray(header.migrations)) throw notABackup(file);
  const known = await migrationNames();
  if (
    header.version !== FORMAT_VERSION ||
    header.migrations.some((name) => !known.includes(name))
  ) {
    throw new Failure(
      'BAD_INPUT',
      `${file} was written by a newer version of Démarche. Restore it with that version.`,
    );
  }
}

function checkRows(line: BackupLine & { kind: 'rows' }, file: string): number {
  if (!TABLES.includes(line.table) || !Array.isArray(line.rows)) throw notABackup(file);
  return line.rows.length;
}

function notABackup(file: string): Failure {
  return new Failure(
    'BAD_INPUT',
    `${file} is not a backup of Démarche, or it is damaged. Nothing was changed; use another backup, as demarche backup <file> writes it.`,
  );
}

function cutShort(file: string): Failure {
  return new Failure('BAD_INPUT', `${file} is cut short. Nothing was changed; use another backup.`);
}

/** Prisma's P2010: the database refused a statement, and so a row of the file. */
function explain(error: unknown, file: string): unknown {
  if (isDiskFull(error)) {
    return new Failure(
      'STORE_FULL',
      'The disk that is to hold the corpus is full. Nothing was written: make room and restore again.',
      { cause: error },
    );
  }
  return error instanceof Error && 'code' in error && error.code === 'P2010'
    ? new Failure(
        'BAD_INPUT',
        `${file} holds rows that contradict each other: ${error.message.split('\n').at(-1)} Nothing was changed; use another backup.`,
        { cause: error },
      )
    : error;
}

/** New rows are numbered after the restored ones. */
async function continueNumbering(tx: Transaction): Promise<void> {
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
