import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Failure } from '#src/domain/failure.ts';
import { writeBackup } from '#src/store/backup/write-backup.ts';
import type { Store } from '#src/store/database/open-store.ts';

/** Fails unless `file` can be a new backup: one that is there already is never overwritten. */
export async function checkBackupTarget(file: string): Promise<void> {
  if ((await find(file)) !== null) {
    throw new Failure('BAD_INPUT', `${file} is there already. Name a new file.`);
  }
  if (!(await find(dirname(file)))?.isDirectory()) {
    throw new Failure('BAD_INPUT', `There is no folder ${dirname(file)}. Make it first.`);
  }
}

/** Writes the corpus to a new file. Returns its rows. */
export async function backupCorpus(
  store: Store,
  file: string,
  onProgress: (part: number) => void,
  signal: AbortSignal,
): Promise<number> {
  await checkBackupTarget(file);
  return writeBackup(store.prisma, file, onProgress, signal);
}

async function find(path: string): Promise<Stats | null> {
  try {
    return await stat(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw error;
  }
}
