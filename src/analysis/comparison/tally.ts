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
import { boundsOf, type EntriesByDay } from '../selection/entries-by-day.ts';
import { type EntriesByDocument, LEVELS } from '../selection/entries-by-document.ts';
import { LOWEST_STANCE, PASSES, PASSES_BIT, type Sieve } from '../selection/select-positions.ts';
import { type Distribution, total } from './distribution.ts';

export interface Tally {
  readonly count: number;
  readonly documentCount: number;
  readonly distribution: Distribution;
}

/** Of positions group by group of their documents: what does not pass is not looked at. */
export function tallyByDocument(
  { entries, bits, groups, starts, documents, levels }: EntriesByDocument,
  { kinds, isEveryKind, selected: { runs } }: Sieve,
  scale: readonly number[],
): Tally {
  const counts = new Int32Array(2 * PASSES);
  const mask = (1 << bits) - 1;
  let documentCount = 0;
  for (let run = 0; run < runs.length; run += 2) {
    const first = firstFrom(groups, 0, groups.length, runs[run] as number);
    const next = firstFrom(groups, first, groups.length, runs[run + 1] as number);
    if (isEveryKind) {
      documentCount += (documents[next] as number) - (documents[first] as number);
      for (let level = 0; level < LEVELS; level += 1)
        counts[PASSES + level] =
          (counts[PASSES + level] as number) +
          (levels[next * LEVELS + level] as number) -
          (levels[first * LEVELS + level] as number);
      continue;
    }
    const end = starts[next] as number;
    let last = NO_DOCUMENT;
    for (let i = starts[first] as number; i < end; i += 1) {
      const entry = entries[i] as number;
      const place = entry >>> bits;
      // 0 for what does not pass, which is counted too, where nobody looks.
      const level = kinds[entry & mask] as number;
      counts[level] = (counts[level] as number) + 1;
      // 0 if it is the last document that passed, or does not pass; else what makes it the last.
      const change = (place ^ last) & -(level >>> PASSES_BIT);
      documentCount += -change >>> 31;
      last ^= change;
    }
  }
  return { documentCount, ...byLevel(counts, scale) };
}

/** More than the place of any document that shares a number with a kind. */
const NO_DOCUMENT = 2 ** 31 - 1;

/** Of positions by day, those that were stated on the sieve's days. */
export function tallyByDay(
  columns: PositionColumns,
  entries: EntriesByDay,
  { days, kinds, selected: { passing } }: Sieve,
  scale: readonly number[],
): Tally {
  const { seen, now } = nextMark(columns);
  const counts = new Int32Array(2 * PASSES);
  let documentCount = 0;
  const { documents, groups, kinds: kindAt } = entries;
  const [start, end] = boundsOf(entries, days);
  for (let i = start; i < end; i += 1) {
    const number = documents[i] as number;
    const level =
      (kinds[kindAt[i] as number] as number) & -(passing[groups[i] as number] as number);
    counts[level] = (counts[level] as number) + 1;
    // 0 if the document was seen before or does not pass, else what makes its mark the new one.
    const change = ((seen[number] as number) ^ now) & -(level >>> PASSES_BIT);
    documentCount += -change >>> 31;
    seen[number] = (seen[number] as number) ^ change;
  }
  return { documentCount, ...byLevel(counts, scale) };
}

function byLevel(
  counts: Int32Array,
  scale: readonly number[],
): Pick<Tally, 'count' | 'distribution'> {
  const distribution = new Map(
    scale.map((value) => [value, counts[PASSES + value - LOWEST_STANCE] ?? 0]),
  );
  return { count: total(distribution), distribution };
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
