import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Failure } from '#src/domain/failure.ts';
import { writeBackup } from '#src/store/backup/write-backup.ts';
import type { Store } from '#src/store/database/open-store.ts';

/** Throws `BAD_INPUT` if `file` exists already, or the folder for it does not. */
export async function checkBackupTarget(file: string): Promise<void> {
  if ((await statOrNull(file)) !== null) {
    throw new Failure('BAD_INPUT', `${file} exists already. Choose another file name.`);
  }
  const folder = dirname(file);
  if (!(await statOrNull(folder))?.isDirectory()) {
    throw new Failure('BAD_INPUT', `Folder not found: ${folder}. Create it first.`);
  }
}

/**
 * Writes a backup of the corpus to a new file. `onProgress` receives the fraction done (0…1); `signal`
 * aborts and leaves no file. Returns the number of database records. Throws the failures of
 * `checkBackupTarget` and `writeBackup`.
 */
export async function backupCorpus(
  store: Store,
  file: string,
  onProgress: (fraction: number) => void,
  signal: AbortSignal,
): Promise<number> {
  await checkBackupTarget(file);
  return writeBackup(store.prisma, file, onProgress, signal);
}

async function statOrNull(path: string): Promise<Stats | null> {
  try {
    return await stat(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw error;
  }
}
