import type { Command } from 'commander';
import { summariseChanges } from '#src/app/import/describe-changes.ts';
import { readConfig } from '#src/server/config/config.ts';
import { AUTHOR_OPTION, authorOf } from './author.ts';
import { openConfigured } from './open.ts';
import { createProgress } from './progress.ts';
import { list } from './query-options.ts';

interface Options {
  readonly reason: string;
  readonly coder?: string;
  readonly actors?: readonly string[];
  readonly author?: string;
}

/** Adds the command `withdraw`. */
export function addWithdraw(program: Command): void {
  program
    .command('withdraw')
    .description(
      'withdraw documents, codings or actors, as one revision: the latest revision has none of them, earlier ones do',
    )
    .argument('[reference...]', 'documents; their positions are withdrawn too')
    .requiredOption('-r, --reason <text>', 'why; kept as the message of the revision')
    .option('-c, --coder <name>', 'withdraw only the codings of the documents by this coder')
    .option('--actors <slugs>', 'actors, separated by commas', list)
    .option('-a, --author <name>', AUTHOR_OPTION)
    .action(run);
}

async function run(references: readonly string[], options: Options): Promise<void> {
  const { coder, actors = [], reason } = options;
  const store = await openConfigured(readConfig(process.env), createProgress(), {
    access: 'join',
    migrations: 'require',
  });
  try {
    const { withdraw } = await import('#src/app/import/withdraw.ts');
    const { revision, changes } = await withdraw(
      store,
      [
        ...references.map((document) => ({ document, ...(coder && { coder }), reason })),
        ...actors.map((actor) => ({ actor, reason })),
      ],
      authorOf(options),
    );
    console.log(`Revision ${revision}: ${summariseChanges(changes)}.`);
  } finally {
    await store.close();
  }
}
