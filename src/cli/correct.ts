import type { Command } from 'commander';
import type { CorrectionReport } from '#src/app/import/correct-text.ts';
import { readConfig } from '#src/server/config/config.ts';
import { AUTHOR_OPTION, authorOf } from './author.ts';
import { openConfigured } from './open.ts';
import { createProgress } from './progress.ts';

interface Options {
  readonly reason: string;
  readonly author?: string;
}

/** Adds the command `correct`. */
export function addCorrect(program: Command): void {
  program
    .command('correct')
    .description(
      'replace the text of a document, as one revision: quotations move to their place in the corrected text',
    )
    .argument('<reference>', 'the document')
    .argument('<file>', 'the corrected source')
    .requiredOption('-r, --reason <text>', 'what was wrong; kept in the message of the revision')
    .option('-a, --author <name>', AUTHOR_OPTION)
    .action(run);
}

async function run(reference: string, file: string, options: Options): Promise<void> {
  const store = await openConfigured(readConfig(process.env), createProgress(), {
    access: 'join',
    migrations: 'require',
  });
  try {
    const { correctText } = await import('#src/app/import/correct-text.ts');
    const report = await correctText(store, reference, file, {
      author: authorOf(options),
      reason: options.reason,
    });
    console.log(describe(reference, report));
  } finally {
    await store.close();
  }
}

function describe(
  reference: string,
  { revision, kept, reworded, orphaned }: CorrectionReport,
): string {
  if (revision === null) return `${reference} has this text already: no changes.`;
  return [
    `Revision ${revision}: corrected text of ${reference}; ${kept} positions have their quotations in it.`,
    ...reworded.map(
      ({ position, before, after }) =>
        `corrected quotation of ${position}: "${before}" is now "${after}"`,
    ),
    ...orphaned.map(
      ({ position, before }) =>
        `orphaned quotation of ${position}: "${before}" has no place in the corrected text; code it again, or withdraw it`,
    ),
  ].join('\n');
}
