import { documentLimit, type PositionColumns } from '#src/domain/position-columns.ts';

/**
 * For each document the number of the last tally that counted it, so that marks need no clearing
 * between tallies.
 */
interface Marks {
  readonly seen: Uint16Array;
  latest: number;
}

const marks = new WeakMap<PositionColumns, Marks>();

/** Greatest number of a tally that fits in two bytes. */
const MOST = 65_535;

/** The marks of a revision's documents, with a number that none of them has yet. */
export function nextMark(columns: PositionColumns): {
  readonly seen: Uint16Array;
  readonly now: number;
} {
  const known = marks.get(columns) ?? { seen: new Uint16Array(documentLimit(columns)), latest: 0 };
  marks.set(columns, known);
  known.latest += 1;
  if (known.latest > MOST) {
    known.seen.fill(0);
    known.latest = 1;
  }
  return { seen: known.seen, now: known.latest };
}
