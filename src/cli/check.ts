import type { Command } from 'commander';
import { readConfig } from '#src/server/config/config.ts';
import { openConfigured } from './open.ts';
import { createProgress } from './progress.ts';

/** Adds the command `check`. */
export function addCheck(program: Command): void {
  program
    .command('check')
    .description('validate coding files against the corpus: names, codes and exact quotations')
    .argument('<file...>', 'coding files')
    .action(run);
}

async function run(paths: readonly string[]): Promise<void> {
  const store = await openConfigured(readConfig(process.env), createProgress(), {
    access: 'join',
    migrations: 'require',
  });
  try {
    const { importPaths } = await import('#src/app/import/import-paths.ts');
    const report = await importPaths(store, {
      paths,
      author: 'check',
      message: 'check',
      dryRun: true,
    });
    for (const { path, message } of report.skipped) console.error(`skipped ${path}: ${message}`);
    const { length } = report.changes.positions;
    console.log(
      `${report.files} ${report.files === 1 ? 'file' : 'files'} valid; ${length} ${length === 1 ? 'position differs' : 'positions differ'} from the corpus.`,
    );
  } finally {
    await store.close();
  }
}
