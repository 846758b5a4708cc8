import { invariant } from '#src/domain/failure.ts';
import { attributesAt, type Indices, type PositionColumns } from '#src/domain/position-columns.ts';
import { inOrderOfStatement } from '#src/domain/position-order.ts';
import { type PossibleDays, possibleDays } from '#src/domain/possible-days.ts';
import { DATE_PRECISIONS, STANCE_VALUE } from '#src/domain/vocabulary.ts';
import { type Distribution, distribution } from '../comparison/distribution.ts';
import { median } from '../comparison/median.ts';

/** The positions of one holder on one condition that have the same date. */
export interface Moment {
  /** Indices of the positions, by id; at least one. */
  readonly indices: Indices;
  /** The days that the date can mean. */
  readonly days: PossibleDays;
  /** Number of positions at each level that occurs; a moment with several levels is mixed. */
  readonly distribution: Distribution;
  /** Median of its stances, 2…−2. */
  readonly median: number;
}

const SCALE = Object.values(STANCE_VALUE);

/**
 * Groups the positions of one holder on one condition into moments, in order of time.
 *
 * Positions with the same date (day, precision, "on or before") form one moment, because their
 * order is unknown. Moments are sorted by the last day that the date can mean; on equal last days
 * the longer interval is first. If every possible day of moment a precedes every possible day of
 * moment b, a sorts before b: the order is a linear extension of the interval order of the dates
 * (Fishburn 1985, Interval Orders and Interval Graphs).
 *
 * Example: 2007-02-27; on or before 2007-02-27; 2006 → 2006, on or before 2007-02-27, 2007-02-27.
 * Undefined cases: none; without positions there are no moments.
 */
export function moments(columns: PositionColumns, indices: Indices): readonly Moment[] {
  const byDate = new Map<number, number[]>();
  for (const index of inOrderOfStatement(columns, indices)) {
    const date = dateKey(columns, index);
    const ofDate = byDate.get(date);
    if (ofDate) ofDate.push(index);
    else byDate.set(date, [index]);
  }
  return [...byDate]
    .map(([date, ofDate]) => ({ date, moment: momentOf(columns, Int32Array.from(ofDate)) }))
    .toSorted((a, b) => inOrder(a.moment.days, b.moment.days) || a.date - b.date)
    .map(({ moment }) => moment);
}

/** A number that identifies the day, precision and "on or before" of a position's date. */
function dateKey(columns: PositionColumns, index: number): number {
  const { precision, onOrBefore } = attributesAt(columns, index);
  return (
    (columns.day[index] ?? 0) * 6 + DATE_PRECISIONS.indexOf(precision) * 2 + Number(onOrBefore)
  );
}

function momentOf(columns: PositionColumns, indices: Indices): Moment {
  const counts = distribution(columns, indices, SCALE);
  const middle = median(counts);
  invariant(middle, 'a moment has positions');
  return {
    indices,
    days: possibleDays(columns, indices[0] ?? 0),
    distribution: new Map([...counts].filter(([, count]) => count > 0)),
    median: middle,
  };
}

function inOrder(a: PossibleDays, b: PossibleDays): number {
  if (a.last !== b.last || a.first === b.first) return a.last - b.last;
  return (a.first ?? -Infinity) - (b.first ?? -Infinity);
}
