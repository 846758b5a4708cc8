import type { PositionColumns } from '#src/domain/position-columns.ts';
import { firstFrom } from '#src/domain/position-order.ts';
import { CHANNELS, type Channel, LOWEST_STANCE } from '#src/domain/vocabulary.ts';
import { countWindow } from '../caches/count-window.ts';
import { nextMark } from '../caches/document-marks.ts';
import { boundsOf, type EntriesByDay } from '../caches/entries-by-day.ts';
import { type EntriesByDocument, LEVELS } from '../caches/entries-by-document.ts';
import { type ClassCounts, classOf, noCounts, PASSES_BIT } from '../caches/position-classes.ts';
import type { CompiledFilter } from '../selection/compile-filter.ts';
import { type Distribution, total } from './distribution.ts';

/**
 * Number of positions that pass a filter: in all, by level of the scale and by channel; and number
 * of documents that contain them. Undefined cases: none; without positions every number is 0.
 */
export interface Tally {
  readonly count: number;
  readonly documentCount: number;
  readonly distribution: Distribution;
  /** The distribution of the positions stated in these channels. */
  readonly distributionIn: (channels: readonly Channel[]) => Distribution;
}

/**
 * Tallies the positions that pass, from entries sorted by group of documents: groups that do not
 * pass are skipped. The filter must include every day. `scale` lists the stance values from the
 * highest to the lowest.
 *
 * The loops here dominate the time of a comparison. They are branchless: mispredictions cost more
 * than the loop body. Indices are always within their columns, so that bounds are not checked.
 */
export function tallyByDocument(
  grouped: EntriesByDocument,
  compiledFilter: CompiledFilter,
  scale: readonly number[],
): Tally {
  if (!compiledFilter.isEverySet) return countEntries(grouped, compiledFilter, scale);
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
  const { classes } = compiledFilter;
  const counts = noCounts();
  const mask = (1 << bits) - 1;
  let documentCount = 0;
  forEachRun(groups, compiledFilter, (first, next) => {
    const end = starts[next] as number;
    let last = NO_DOCUMENT;
    for (let i = starts[first] as number; i < end; i += 1) {
      const entry = entries[i] as number;
      const place = entry >>> bits;
      // Class 0, which nothing reads, counts the positions that do not pass.
      const counted = classes[entry & mask] as number;
      counts[counted] = (counts[counted] as number) + 1;
      // 0 if the document is the last that passed, or does not pass; otherwise what turns `last`
      // into it.
      const change = (place ^ last) & -((counted >>> PASSES_BIT) & 1);
      documentCount += -change >>> 31;
      last ^= change;
    }
  });
  return { documentCount, ...byLevel(counts, scale) };
}

/**
 * Calls `visit` for each run of passing groups, with the places of its first group and of the group
 * after its last among the groups that occur.
 */
function forEachRun(
  groups: Int32Array,
  { selected: { runs } }: CompiledFilter,
  visit: (first: number, next: number) => void,
): void {
  for (let run = 0; run < runs.length; run += 2) {
    const first = firstFrom(groups, 0, groups.length, runs[run] as number);
    visit(first, firstFrom(groups, first, groups.length, runs[run + 1] as number));
  }
}

/** Greater than the place of any document that is packed into an entry with an attribute set. */
const NO_DOCUMENT = 2 ** 31 - 1;

/**
 * Tallies the positions stated on the filter's days that pass, from entries sorted by day. `scale`
 * lists the stance values from the highest to the lowest.
 */
export function tallyByDay(
  columns: PositionColumns,
  entries: EntriesByDay,
  compiledFilter: CompiledFilter,
  scale: readonly number[],
): Tally {
  const bounds = boundsOf(entries, compiledFilter.days);
  const { classes, isEverySet, selected } = compiledFilter;
  const { documentCount, counts } = isEverySet
    ? countWindow(entries, bounds, classes, selected.passing)
    : countByClass(columns, entries, bounds, compiledFilter);
  return { documentCount, ...byLevel(counts, scale) };
}

function countByClass(
  columns: PositionColumns,
  { documents, groups, attributeSets }: EntriesByDay,
  [start, end]: readonly [number, number],
  { classes, selected: { passing } }: CompiledFilter,
): ClassCounts {
  const { seen, now } = nextMark(columns);
  const counts = noCounts();
  let documentCount = 0;
  for (let i = start; i < end; i += 1) {
    const number = documents[i] as number;
    const counted =
      (classes[attributeSets[i] as number] as number) & -(passing[groups[i] as number] as number);
    counts[counted] = (counts[counted] as number) + 1;
    // 0 if the document is already marked or does not pass; otherwise what turns its mark into the
    // new one.
    const change = ((seen[number] as number) ^ now) & -((counted >>> PASSES_BIT) & 1);
    documentCount += -change >>> 31;
    seen[number] = (seen[number] as number) ^ change;
  }
  return { counts, documentCount };
}

/** Folds the counts of classes into distributions. */
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
