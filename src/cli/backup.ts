import type { Command } from 'commander';
import { readConfig } from '#src/server/config/config.ts';
import { cancellable } from './cancel.ts';
import { openConfigured } from './open.ts';
import { createProgress } from './progress.ts';

/** Adds the command `backup`. */
export function addBackup(program: Command): void {
  program
    .command('backup')
    .description('write the whole corpus, with all revisions, to a new file')
    .argument('<file>', 'file to create, such as corpus.demarche.gz')
    .action(run);
}

async function run(file: string): Promise<void> {
  const { backupCorpus, checkBackupTarget } = await import('#src/app/backup/backup-corpus.ts');
  await checkBackupTarget(file);
  const progress = createProgress();
  const store = await openConfigured(readConfig(process.env), progress, {
    access: 'join',
    migrations: 'ignore',
    mustExist: true,
  });
  try {
    const records = await cancellable((signal) =>
      backupCorpus(store, file, (part) => progress.show('Backing up', part), signal),
    ).finally(progress.end);
    console.log(`Wrote ${records} records to ${file}.`);
  } finally {
    await store.close();
  }
}
