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
import type { Entries } from '../selection/entries-by-document.ts';
import { LOWEST_STANCE, PASSES, PASSES_BIT, type Sieve } from '../selection/select-positions.ts';
import { type Distribution, total } from './distribution.ts';

export interface Tally {
  readonly count: number;
  readonly documentCount: number;
  readonly distribution: Distribution;
}

/** Of positions in order of their documents: each document is counted where it begins. */
export function tallyEntries(
  { entries, bits }: Entries,
  { kinds, documents, fewDocuments }: Sieve,
  scale: readonly number[],
): Tally {
  const counts = new Int32Array(2 * PASSES);
  const mask = (1 << bits) - 1;
  let documentCount = 0;
  let last = NO_DOCUMENT;
  for (let i = 0; i < entries.length; i += 1) {
    const entry = entries[i] as number;
    const number = entry >>> bits;
    // Where hardly any does, the processor guesses well.
    if (fewDocuments && documents[number] === 0) continue;
    // 0 for what does not pass, which is counted too, where nobody looks.
    const level = (kinds[entry & mask] as number) & -(documents[number] as number);
    counts[level] = (counts[level] as number) + 1;
    // 0 if it is the last document that passed, or does not pass; else what makes it the last.
    const change = (number ^ last) & -(level >>> PASSES_BIT);
    documentCount += -change >>> 31;
    last ^= change;
  }
  return { documentCount, ...byLevel(counts, scale) };
}

/** More than the number of any document that shares a number with a kind. */
const NO_DOCUMENT = 2 ** 31 - 1;

/** Of runs of rows (actor-rows.ts), in any order, that were stated on the sieve's days. */
export function tallyRuns(
  columns: PositionColumns,
  runs: Int32Array,
  { kinds, documents }: Sieve,
  scale: readonly number[],
): Tally {
  const { kind, document } = columns;
  const { seen, now } = nextMark(columns);
  const counts = new Int32Array(2 * PASSES);
  let documentCount = 0;
  for (let run = 0; run < runs.length; run += 2) {
    const end = runs[run + 1] as number;
    for (let row = runs[run] as number; row < end; row += 1) {
      const number = document[row] as number;
      const level = (kinds[kind[row] as number] as number) & -(documents[number] as number);
      counts[level] = (counts[level] as number) + 1;
      // 0 if the document was seen before or does not pass, else what makes its mark the new one.
      const change = ((seen[number] as number) ^ now) & -(level >>> PASSES_BIT);
      documentCount += -change >>> 31;
      seen[number] = (seen[number] as number) ^ change;
    }
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
