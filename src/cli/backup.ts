import type { Command } from 'commander';
import { readConfig } from '#src/server/config/config.ts';
import { cancellable } from './cancel.ts';
import { openConfigured } from './open.ts';
import { createProgress } from './progress.ts';

export function addBackup(program: Command): void {
  program
    .command('backup')
    .description('write the whole corpus, every revision of it, to a new file')
    .argument('<file>', 'file to write, as corpus.demarche.gz')
    .action(run);
}

async function run(file: string): Promise<void> {
  const { backupCorpus, checkBackupTarget } = await import('#src/app/backup/backup-corpus.ts');
  await checkBackupTarget(file);
  const progress = createProgress();
  const store = await openConfigured(readConfig(process.env), progress, {
    company: 'join',
    mustExist: true,
  });
  try {
    const rows = await cancellable((signal) =>
      backupCorpus(store, file, (part) => progress.show('Backing up', part), signal),
    ).finally(progress.end);
    console.log(`${file} holds the corpus: ${rows} rows.`);
  } finally {
    await store.close();
  }
}
