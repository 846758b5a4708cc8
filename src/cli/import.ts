import type { Command } from 'commander';
import { summariseChanges } from '#src/app/import/describe-changes.ts';
import type { ImportReport } from '#src/app/import/import-paths.ts';
import { countChanges } from '#src/domain/changes.ts';
import { readConfig } from '#src/server/config/config.ts';
import { AUTHOR_OPTION, authorOf } from './author.ts';
import { cancellable } from './cancel.ts';
import { openConfigured } from './open.ts';
import { createProgress } from './progress.ts';

interface Options {
  readonly dryRun: boolean;
  readonly message?: string;
  readonly author?: string;
}

/** Adds the command `import`. */
export function addImport(program: Command): void {
  program
    .command('import')
    .description(
      'import source documents, codings, actors and codebooks as one revision, or not at all',
    )
    .argument('<path...>', 'files and folders')
    .option('-n, --dry-run', 'report what would change, without writing', false)
    .option('-m, --message <text>', 'message of the revision (default: what changes)')
    .option('-a, --author <name>', AUTHOR_OPTION)
    .action(run);
}

async function run(paths: readonly string[], options: Options): Promise<void> {
  const progress = createProgress();
  const store = await openConfigured(readConfig(process.env), progress, {
    access: 'join',
    migrations: options.dryRun ? 'require' : 'apply',
  });
  try {
    const { importPaths } = await import('#src/app/import/import-paths.ts');
    const report = await cancellable((signal) =>
      importPaths(store, {
        paths,
        author: authorOf(options),
        message: options.message,
        dryRun: options.dryRun,
        signal,
        onProgress: (stage, part) =>
          progress.show(stage === 'reading' ? 'Reading' : 'Writing', part),
      }),
    ).finally(progress.end);
    for (const { path, message } of report.skipped) console.error(`skipped ${path}: ${message}`);
    for (const { path, message } of report.unrecognised) console.error(`${path}: ${message}`);
    console.log(describe(report, options.dryRun));
  } finally {
    await store.close();
  }
}

function describe({ revision, files, changes, skipped }: ImportReport, dryRun: boolean): string {
  const read = `${files} ${files === 1 ? 'file' : 'files'} read${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`;
  if (countChanges(changes) === 0) return `${read}: no changes.`;
  const what = summariseChanges(changes);
  return dryRun
    ? `${read}; would write ${what}. Nothing was changed.`
    : `${read}; revision ${revision}: ${what}.`;
}
