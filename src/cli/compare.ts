import { type Command, Option } from 'commander';
import type { ComparisonCell } from '#src/app/comparison/comparison-cell.ts';
import { isoDay } from '#src/domain/dates.ts';
import { STANCE_VALUE, STANCES } from '#src/domain/vocabulary.ts';
import { type OutputRecord, printRecords } from './print-records.ts';
import { noteUnsettled, queryCorpus } from './query-corpus.ts';
import {
  addQueryOptions,
  filterOf,
  list,
  type QueryOptions,
  wholeNumber,
} from './query-options.ts';

interface Options extends QueryOptions {
  readonly actors?: readonly string[];
  readonly groupBy?: 'PARTY';
  readonly byReporter?: readonly string[];
  readonly first?: number;
}

const COLUMNS = [
  'actor',
  'reportedBy',
  'condition',
  'count',
  'documentCount',
  'uncertainPartyCount',
  ...STANCES,
  'median',
  'mean',
  'agreement',
  'publicPrivateGap',
  'earliest',
  'latest',
];

/** `demarche compare`: a line for each actor and condition, with the measures of the cell. */
export function addCompare(program: Command): void {
  addQueryOptions(
    program
      .command('compare')
      .description('compare where actors stand on each condition: one line per actor and condition')
      .option('--actors <slugs>', 'actors to compare, comma-separated: united-states,hamas', list)
      .addOption(
        new Option('--group-by <grouping>', 'all parties that have positions (default)').choices([
          'PARTY',
        ]),
      )
      .option('--by-reporter <slugs>', 'one line per actor, condition and reporting actor', list)
      .option('--first <number>', 'maximum number of actors', wholeNumber(1)),
  ).action(run);
}

async function run(options: Options): Promise<void> {
  const { compare } = await import('#src/app/comparison/comparison.ts');
  await queryCorpus(options.revision, async (corpus) => {
    const { actors, conditions, codebook, first, byReporter, format } = options;
    const { rows, unsettledDocumentCount } = compare(corpus, {
      actors,
      groupBy: actors ? options.groupBy : 'PARTY',
      reportedBy: byReporter,
      first,
      conditions,
      codebook,
      filter: filterOf(options),
    });
    const cells = rows.flatMap((row) => row.cells);
    const columns = COLUMNS.filter((name) => byReporter || name !== 'reportedBy');
    await printRecords(columns, cells.map(toRecord), format);
    noteUnsettled(unsettledDocumentCount());
  });
}

function toRecord(cell: ComparisonCell): OutputRecord {
  const { positions } = cell.corpus;
  const dayOf = (index: number | undefined): string | null =>
    index === undefined ? null : isoDay(positions.day[index] ?? 0);
  return {
    actor: cell.actor.record.slug,
    ...(cell.reportedBy && { reportedBy: cell.reportedBy.record.slug }),
    condition: cell.condition.code,
    count: cell.count,
    documentCount: cell.documentCount,
    uncertainPartyCount: cell.uncertainPositions.length,
    ...Object.fromEntries(
      STANCES.map((stance) => [stance, cell.distribution.get(STANCE_VALUE[stance]) ?? null]),
    ),
    median: cell.median,
    mean: cell.mean,
    agreement: cell.agreement,
    publicPrivateGap: cell.publicPrivateGap,
    earliest: dayOf(cell.earliest?.index),
    latest: dayOf(cell.latest?.index),
  };
}
