import type { Command } from 'commander';
import { readConfig } from '#src/server/config/config.ts';
import { openStore } from '#src/store/database/open-store.ts';
import { createProgress } from './progress.ts';

/** Adds the command `restore`. */
export function addRestore(program: Command): void {
  program
    .command('restore')
    .description(
      'restore a backup into an empty corpus: a new DEMARCHE_DATA folder or an empty database at DATABASE_URL',
    )
    .argument('<file>', 'file written by backup')
    .action(run);
}

async function run(file: string): Promise<void> {
  const { checkBackup, restoreBackup } = await import('#src/store/backup/restore-backup.ts');
  await checkBackup(file);
  const progress = createProgress();
  const { databaseUrl, dataFolder } = readConfig(process.env);
  const store = await openStore({
    databaseUrl,
    dataFolder,
    onProgress: ({ kind }) => {
      if (kind === 'creating') progress.show(`Creating the embedded database in ${dataFolder}`, 0);
    },
  }).finally(progress.end);
  try {
    const revision = await restoreBackup(store.prisma, file, () =>
      progress.show('Restoring', 0),
    ).finally(progress.end);
    console.log(`Restored ${file} into ${store.location}, up to revision ${revision}.`);
  } finally {
    await store.close();
  }
}
