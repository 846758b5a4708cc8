import { type Command, Option } from 'commander';
import { summariseChanges } from '#src/app/import/describe-changes.ts';
import { CLEARABLE_FIELDS, type ClearableField } from '#src/domain/corpus.ts';
import { Failure } from '#src/domain/failure.ts';
import { readConfig } from '#src/server/config/config.ts';
import { AUTHOR_OPTION, authorOf } from './author.ts';
import { openConfigured } from './open.ts';
import { createProgress } from './progress.ts';
import { list, listOf } from './query-options.ts';

interface Options {
  readonly reason: string;
  readonly coder?: string;
  readonly fields?: readonly ClearableField[];
  readonly actors?: readonly string[];
  readonly aliases?: readonly string[];
  readonly author?: string;
}

/** Adds the command `withdraw`. */
export function addWithdraw(program: Command): void {
  program
    .command('withdraw')
    .description(
      'withdraw documents, codings, fields of headers, actors or aliases, as one revision: the latest revision has none of them, earlier ones do',
    )
    .argument('[reference...]', 'documents; their positions are withdrawn too')
    .requiredOption('-r, --reason <text>', 'why; kept as the message of the revision')
    .option('-c, --coder <name>', 'withdraw only the codings of the documents by this coder')
    .addOption(
      new Option(
        '--fields <names>',
        `clear only these fields of headers: ${CLEARABLE_FIELDS.join(', ')}`,
      )
        .argParser(listOf(CLEARABLE_FIELDS))
        .conflicts('coder'),
    )
    .option('--actors <slugs>', 'actors, separated by commas', list)
    .option('--aliases <names>', 'withdraw only these names of the one actor', list)
    .option('-a, --author <name>', AUTHOR_OPTION)
    .action(run);
}

async function run(references: readonly string[], options: Options): Promise<void> {
  const { coder, fields, actors = [], aliases, reason } = options;
  if (aliases !== undefined && actors.length !== 1)
    throw new Failure('BAD_INPUT', 'Name the one actor who has the aliases, with --actors.');
  const store = await openConfigured(readConfig(process.env), createProgress(), {
    access: 'join',
    migrations: 'require',
  });
  try {
    const { withdraw } = await import('#src/app/import/withdraw.ts');
    const { revision, changes } = await withdraw(
      store,
      [
        ...references.map((document) => ({
          document,
          ...(coder && { coder }),
          ...(fields && { fields: [...fields] }),
          reason,
        })),
        ...actors.map((actor) => ({ actor, ...(aliases && { aliases: [...aliases] }), reason })),
      ],
      authorOf(options),
    );
    console.log(`Revision ${revision}: ${summariseChanges(changes)}.`);
  } finally {
    await store.close();
  }
}
