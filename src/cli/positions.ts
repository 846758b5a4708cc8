import { type Command, Option } from 'commander';
import type { PositionOrder } from '#src/app/positions/list-positions.ts';
import type { PositionDetails } from '#src/app/positions/read-positions.ts';
import { type OutputRecord, printRecords } from './print-records.ts';
import { queryCorpus } from './query-corpus.ts';
import {
  addQueryOptions,
  filterOf,
  list,
  type QueryOptions,
  wholeNumber,
} from './query-options.ts';

interface Options extends QueryOptions {
  readonly actors?: readonly string[];
  readonly orderBy: PositionOrder;
  readonly first?: number;
}

const COLUMNS = [
  'statedOn',
  'statedOnPrecision',
  'onOrBefore',
  'holder',
  'party',
  'partyCertain',
  'onBehalfOf',
  'condition',
  'stance',
  'value',
  'channel',
  'wording',
  'modality',
  'retellings',
  'document',
  'coder',
  'confidence',
  'status',
  'counting',
  'summary',
  'evidence',
  'key',
];

/** What fits on a terminal. */
const TABLE_COLUMNS = [
  'statedOn',
  'holder',
  'condition',
  'stance',
  'channel',
  'document',
  'summary',
];

/** `demarche positions`: a line for each position. */
export function addPositions(program: Command): void {
  addQueryOptions(
    program
      .command('positions')
      .description('list positions in order of statement, with the words that prove them')
      .option('--actors <slugs>', 'holders, or actors that they spoke for, comma-separated', list)
      .addOption(
        new Option('--order-by <order>', 'order of the list')
          .choices(['STATED_ON_ASC', 'STATED_ON_DESC'])
          .default('STATED_ON_ASC'),
      )
      .option('--first <number>', 'maximum number of positions', wholeNumber(1)),
  ).action(run);
}

async function run(options: Options): Promise<void> {
  const { listPositions } = await import('#src/app/positions/list-positions.ts');
  const { readPositionDetails } = await import('#src/app/positions/read-positions.ts');
  await queryCorpus(options.revision, async (corpus, store) => {
    const { actors, conditions, codebook, orderBy, first, format } = options;
    const filter = filterOf(options);
    const all = listPositions(corpus, { actors, conditions, codebook, orderBy, filter });
    const page = { ...all, length: Math.min(all.length, first ?? Infinity) };
    await printRecords(
      format === 'table' ? TABLE_COLUMNS : COLUMNS,
      toRecords(readPositionDetails(store, corpus, page)),
      format,
    );
  });
}

async function* toRecords(
  positions: AsyncIterable<PositionDetails>,
): AsyncGenerator<OutputRecord, void, void> {
  for await (const { evidence, ...position } of positions)
    yield { ...position, evidence: evidence.join(' … ') };
}
