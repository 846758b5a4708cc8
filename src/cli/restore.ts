import type { Command } from 'commander';
import { readConfig } from '#src/server/config/config.ts';
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
  const { restoreCorpus } = await import('#src/app/backup/restore-corpus.ts');
  const progress = createProgress();
  const { databaseUrl, dataFolder } = readConfig(process.env);
  const { revision, location } = await restoreCorpus({
    file,
    store: {
      databaseUrl,
      dataFolder,
      onProgress: ({ kind }) => {
        if (kind === 'creating')
          progress.show(`Creating the embedded database in ${dataFolder}`, 0);
        else progress.end();
      },
    },
    onProgress: () => progress.show('Restoring', 0),
  }).finally(progress.end);
  console.log(`Restored ${file} into ${location}, up to revision ${revision}.`);
}
