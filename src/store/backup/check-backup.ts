import { Failure } from '#src/domain/failure.ts';
import { migrationNames } from '../database/migrate.ts';
import { ALL_TABLES, type BackupLine, FORMAT, FORMAT_VERSION } from './backup-format.ts';
import { notABackup, readBackupLines, truncated } from './read-backup-lines.ts';

/**
 * Reads a backup to its end, gzip checksum included, without a database. Throws `BAD_INPUT` if the file
 * is missing, damaged, truncated, or written by a newer version of Démarche.
 */
export async function checkBackup(file: string): Promise<void> {
  let hasHeader = false;
  let records = 0;
  let total: number | null = null;
  for await (const line of readBackupLines(file)) {
    if (line.kind === 'header') await checkHeader(line, file);
    else if (!hasHeader || total !== null) throw notABackup(file);
    else if (line.kind === 'rows') records += checkRecords(line, file);
    else total = line.rows;
    hasHeader = true;
  }
  if (!hasHeader) throw notABackup(file);
  if (total !== records) throw truncated(file);
}

async function checkHeader(header: BackupLine & { kind: 'header' }, file: string): Promise<void> {
  if (header.format !== FORMAT || !Array.isArray(header.migrations)) throw notABackup(file);
  const supported = await migrationNames();
  if (
    header.version !== FORMAT_VERSION ||
    header.migrations.some((name) => !supported.includes(name))
  ) {
    throw new Failure(
      'BAD_INPUT',
      `${file} was written by a newer version of Démarche. Restore it with that version.`,
    );
  }
}

function checkRecords({ table, rows }: BackupLine & { kind: 'rows' }, file: string): number {
  if (!ALL_TABLES.includes(table) || !Array.isArray(rows)) throw notABackup(file);
  return rows.length;
}
