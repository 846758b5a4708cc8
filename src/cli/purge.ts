import type { Command } from 'commander';
import { readConfig } from '#src/server/config/config.ts';
import { AUTHOR_OPTION, authorOf } from './author.ts';
import { openConfigured } from './open.ts';
import { createProgress } from './progress.ts';

interface Options {
  readonly reason: string;
  readonly author?: string;
}

/** Adds the command `purge`. */
export function addPurge(program: Command): void {
  program
    .command('purge')
    .description(
      'remove the words of a document from every revision, for legal reasons: they cannot be brought back',
    )
    .argument('<reference>', 'the document; its header and positions stay')
    .requiredOption('-r, --reason <text>', 'why; shown wherever the words stood')
    .option('-a, --author <name>', AUTHOR_OPTION)
    .action(run);
}

async function run(reference: string, options: Options): Promise<void> {
  const store = await openConfigured(readConfig(process.env), createProgress(), {
    access: 'join',
    migrations: 'require',
  });
  try {
    const { purge } = await import('#src/app/import/purge.ts');
    const { reason } = options;
    const purged = await purge(store, reference, { author: authorOf(options), reason });
    console.log(
      [
        `Revision ${purged.revision}: ${count(purged.texts, 'text')} of ${reference} and ${count(purged.quotations, 'quotation')} struck out, at every revision.`,
        'Backups made before still hold the words: delete them, or purge again after restoring one.',
      ].join('\n'),
    );
  } finally {
    await store.close();
  }
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
