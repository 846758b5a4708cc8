import type { Command } from 'commander';
import { readConfig } from '#src/server/config/config.ts';
import { openStore } from '#src/store/database/open-store.ts';

/** Adds the command `migrate`. */
export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .description('bring the database of an earlier version up to date, as serve and import do')
    .action(run);
}

async function run(): Promise<void> {
  const { databaseUrl, dataFolder } = readConfig(process.env);
  let applied: readonly string[] = [];
  const store = await openStore({
    databaseUrl,
    dataFolder,
    access: 'join',
    mustExist: true,
    onProgress: (event) => {
      if (event.kind === 'migrated') applied = event.names;
    },
  });
  await store.close();
  console.log(
    applied.length === 0
      ? `${store.location} is up to date.`
      : `${store.location} is up to date now: ${applied.join(', ')}.`,
  );
}
