import { type Command, InvalidArgumentError, Option } from 'commander';
import type { NetworkWindow } from '#src/app/network/network.ts';
import type { NetworkInput } from '#src/app/network/network-input.ts';
import { isoDay } from '#src/domain/dates.ts';
import { type OutputRecord, printRecords } from './print-records.ts';
import { noteUnsettled, queryCorpus } from './query-corpus.ts';
import {
  addQueryOptions,
  filterOf,
  list,
  type QueryOptions,
  wholeNumber,
} from './query-options.ts';

interface Options
  extends QueryOptions,
    Pick<NetworkInput, 'mode' | 'weight' | 'normalisation' | 'duplicates' | 'threshold'> {
  readonly actors?: readonly string[];
  readonly groupBy?: 'HOLDER' | 'PARTY';
  readonly nodes: boolean;
  readonly windowSize?: number;
  readonly windowStep?: number;
  readonly windowUnit: 'DAYS' | 'MONTHS' | 'YEARS';
}

/** `demarche network`: the edges of a discourse network, or its nodes. */
export function addNetwork(program: Command): void {
  addQueryOptions(
    program
      .command('network')
      .description('compute a discourse network: one line per edge, or per node with --nodes')
      .option('--nodes', 'print nodes with their activity instead of edges', false)
      .option('--actors <slugs>', 'actors whose statements to use, comma-separated', list)
      .addOption(choice('--group-by <grouping>', 'without --actors', ['PARTY', 'HOLDER']))
      .addOption(choice('--mode <mode>', 'what the nodes are', MODES).default('ACTORS'))
      .addOption(choice('--weight <weight>', 'weight of an edge', WEIGHTS).default('SUBTRACT'))
      .addOption(choice('--normalisation <name>', 'normalisation', NORMALISATIONS).default('NONE'))
      .addOption(choice('--duplicates <rule>', 'duplicate statements', DUPLICATES).default('ALL'))
      .option('--threshold <number>', 'minimum absolute weight of an edge', number)
      .option('--window-size <number>', 'also compute windows of this many units', wholeNumber(1))
      .option('--window-step <number>', 'units from window to window', wholeNumber(1))
      .addOption(choice('--window-unit <unit>', 'unit of windows', UNITS).default('YEARS')),
  ).action(run);
}

function choice(flags: string, description: string, values: readonly string[]): Option {
  return new Option(flags, description).choices(values);
}

const MODES = ['ACTORS', 'CONDITIONS', 'TWO_MODE'];
const WEIGHTS = ['IGNORE', 'CONGRUENCE', 'CONFLICT', 'SUBTRACT'];
const NORMALISATIONS = [
  'NONE',
  'AVERAGE_ACTIVITY',
  'JACCARD',
  'COSINE',
  'DNA_JACCARD',
  'DNA_COSINE',
  'ACTIVITY',
  'PROMINENCE',
];
const DUPLICATES = ['ALL', 'DOCUMENT', 'MONTH', 'YEAR', 'RANGE'];
const UNITS = ['DAYS', 'MONTHS', 'YEARS'];

async function run(options: Options): Promise<void> {
  const { network, networkEdges, networkNodes, nodeKey } = await import(
    '#src/app/network/network.ts'
  );
  await queryCorpus(options.revision, async (corpus) => {
    const { windowSize, windowStep, windowUnit, format, nodes, ...rest } = options;
    const { whole, windows, unsettledDocumentCount } = network(corpus, {
      ...rest,
      windows: windowSize ? { unit: windowUnit, size: windowSize, step: windowStep } : null,
      filter: filterOf(options),
    });
    const toRecords = (window: NetworkWindow): readonly OutputRecord[] => {
      const days = windowSize ? daysOf(window) : {};
      return nodes
        ? networkNodes(window).map((node) => ({
            ...days,
            node: nodeKey(node),
            activity: window.network.activity[node.index] ?? 0,
          }))
        : networkEdges(window).map(({ edge: { a, b, weight } }) => ({
            ...days,
            a: nodeKey({ window, index: a }),
            b: nodeKey({ window, index: b }),
            weight,
          }));
    };
    const columns = [
      ...(windowSize ? ['from', 'to'] : []),
      ...(nodes ? ['node', 'activity'] : ['a', 'b', 'weight']),
    ];
    await printRecords(columns, [whole, ...windows].flatMap(toRecords), format);
    noteUnsettled(unsettledDocumentCount());
  });
}

function toDay(day: number): string | null {
  return Number.isFinite(day) ? isoDay(day) : null;
}

/** First and last day of a window; null for the whole selection. */
function daysOf({ network: { window } }: NetworkWindow) {
  return { from: toDay(window.from), to: toDay(window.to) };
}

function number(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value)) return value;
  throw new InvalidArgumentError('Give a number.');
}
