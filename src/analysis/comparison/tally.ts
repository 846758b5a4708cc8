/**
 * Tally of a cell: in one pass over its positions, how many a sieve lets through, in how many
 * documents, and how many stand at each level of the scale.
 *
 * This is where a comparison spends its time. Every step of the loops is arithmetic: which way a
 * position goes is a matter of chance to the processor, and a wrong guess costs it more than the
 * whole step. No index is outside its column, and to look whether it is would take a third more.
 * Undefined cases: none; without positions everything is 0.
 */
import { documentLimit, type PositionColumns } from '#src/domain/position-columns.ts';
import { firstFrom } from '#src/domain/position-order.ts';
import { CHANNELS, type Channel } from '#src/domain/vocabulary.ts';
import { boundsOf, type EntriesByDay } from '../caches/entries-by-day.ts';
import { type EntriesByDocument, LEVELS } from '../caches/entries-by-document.ts';
import {
  type CompiledFilter,
  classOf,
  LOWEST_STANCE,
  PASSES_BIT,
} from '../selection/compile-filter.ts';
import { countWindow } from './count-window.ts';
import { type Counted, noCounts } from './counted.ts';
import { type Distribution, total } from './distribution.ts';

export interface Tally {
  readonly count: number;
  readonly documentCount: number;
  readonly distribution: Distribution;
  /** Of those alone that were stated in the channels. */
  readonly distributionIn: (channels: readonly Channel[]) => Distribution;
}

/** Of positions group by group of their documents: what does not pass is not looked at. */
export function tallyByDocument(
  grouped: EntriesByDocument,
  compiledFilter: CompiledFilter,
  scale: readonly number[],
): Tally {
  if (!compiledFilter.isEveryKind) return countEntries(grouped, compiledFilter, scale);
  const { groups, documents, levels } = grouped;
  const atLevel = new Int32Array(LEVELS);
  let documentCount = 0;
  forEachRun(groups, compiledFilter, (first, next) => {
    documentCount += (documents[next] as number) - (documents[first] as number);
    for (let level = 0; level < LEVELS; level += 1)
      atLevel[level] =
        (atLevel[level] as number) +
        (levels[next * LEVELS + level] as number) -
        (levels[first * LEVELS + level] as number);
  });
  const distribution = new Map(scale.map((value) => [value, atLevel[value - LOWEST_STANCE] ?? 0]));
  return {
    count: total(distribution),
    documentCount,
    distribution,
    distributionIn: (channels) =>
      countEntries(grouped, compiledFilter, scale).distributionIn(channels),
  };
}

function countEntries(
  { entries, bits, groups, starts }: EntriesByDocument,
  compiledFilter: CompiledFilter,
  scale: readonly number[],
): Tally {
  const { kinds } = compiledFilter;
  const counts = noCounts();
  const mask = (1 << bits) - 1;
  let documentCount = 0;
  forEachRun(groups, compiledFilter, (first, next) => {
    const end = starts[next] as number;
    let last = NO_DOCUMENT;
    for (let i = starts[first] as number; i < end; i += 1) {
      const entry = entries[i] as number;
      const place = entry >>> bits;
      // 0 for what does not pass, which is counted too, where nobody looks.
      const kind = kinds[entry & mask] as number;
      counts[kind] = (counts[kind] as number) + 1;
      // 0 if it is the last document that passed, or does not pass; else what makes it the last.
      const change = (place ^ last) & -((kind >>> PASSES_BIT) & 1);
      documentCount += -change >>> 31;
      last ^= change;
    }
  });
  return { documentCount, ...byLevel(counts, scale) };
}

/** Tells of the runs of groups that pass the first in each, among those that occur, and the one after the last. */
function forEachRun(
  groups: Int32Array,
  { selected: { runs } }: CompiledFilter,
  tell: (first: number, next: number) => void,
): void {
  for (let run = 0; run < runs.length; run += 2) {
    const first = firstFrom(groups, 0, groups.length, runs[run] as number);
    tell(first, firstFrom(groups, first, groups.length, runs[run + 1] as number));
  }
}

/** More than the place of any document that shares a number with a kind. */
const NO_DOCUMENT = 2 ** 31 - 1;

/** Of positions by day, those that were stated on the sieve's days. */
export function tallyByDay(
  columns: PositionColumns,
  entries: EntriesByDay,
  compiledFilter: CompiledFilter,
  scale: readonly number[],
): Tally {
  const bounds = boundsOf(entries, compiledFilter.days);
  const { documentCount, counts } = compiledFilter.isEveryKind
    ? countWindow(entries, bounds, compiledFilter)
    : countByKind(columns, entries, bounds, compiledFilter);
  return { documentCount, ...byLevel(counts, scale) };
}

function countByKind(
  columns: PositionColumns,
  { documents, groups, kinds: kindAt }: EntriesByDay,
  [start, end]: readonly [number, number],
  { kinds, selected: { passing } }: CompiledFilter,
): Counted {
  const { seen, now } = nextMark(columns);
  const counts = noCounts();
  let documentCount = 0;
  for (let i = start; i < end; i += 1) {
    const number = documents[i] as number;
    const kind = (kinds[kindAt[i] as number] as number) & -(passing[groups[i] as number] as number);
    counts[kind] = (counts[kind] as number) + 1;
    // 0 if the document was seen before or does not pass, else what makes its mark the new one.
    const change = ((seen[number] as number) ^ now) & -((kind >>> PASSES_BIT) & 1);
    documentCount += -change >>> 31;
    seen[number] = (seen[number] as number) ^ change;
  }
  return { counts, documentCount };
}

/** Of how many there are of each class. */
function byLevel(
  counts: readonly number[],
  scale: readonly number[],
): Omit<Tally, 'documentCount'> {
  const distributionIn = (channels: readonly Channel[]): Distribution => {
    const levels = new Map<number, number>();
    for (const value of scale) {
      let sum = 0;
      for (const channel of channels) sum += counts[classOf(channel, value)] ?? 0;
      levels.set(value, sum);
    }
    return levels;
  };
  const distribution = distributionIn(CHANNELS);
  return { count: total(distribution), distribution, distributionIn };
}

/** At each document the number of the tally that saw it last, so that none has to clear it first. */
interface Marks {
  readonly seen: Uint16Array;
  latest: number;
}

const marks = new WeakMap<PositionColumns, Marks>();

/** Tallies that two bytes can tell apart. */
const MOST = 65_535;

function nextMark(columns: PositionColumns): { readonly seen: Uint16Array; readonly now: number } {
  const known = marks.get(columns) ?? { seen: new Uint16Array(documentLimit(columns)), latest: 0 };
  marks.set(columns, known);
  known.latest += 1;
  if (known.latest > MOST) {
    known.seen.fill(0);
    known.latest = 1;
  }
  return { seen: known.seen, now: known.latest };
}
