/**
 * Moments: the positions of one holder on one condition, gathered by date and put in order.
 *
 * Positions of one and the same date (day, precision, “on or before”) are one moment, because
 * nothing tells which of them came first. Moments are in order of the last day that they can have
 * been, the day by which the words had been said; of one last day, the wider interval is first, as
 * it reaches further back. Whatever the dates prove to be earlier comes earlier: if a’s last day
 * is before b’s first, it is before b’s last. So the order is one of those that the dates allow
 * (a linear extension of the interval order, Fishburn 1985, Interval Orders and Interval Graphs).
 *
 * Example: 2007-02-27; on or before 2007-02-27; 2006 → 2006, on or before 2007-02-27, 2007-02-27.
 * Undefined cases: none; no positions make no moments.
 */
import { invariant } from '#src/domain/failure.ts';
import { type Indices, kindAt, type PositionColumns } from '#src/domain/position-columns.ts';
import { inOrderOfStatement } from '#src/domain/position-order.ts';
import { type PossibleDays, possibleDays } from '#src/domain/possible-days.ts';
import { DATE_PRECISIONS, STANCE_VALUE } from '#src/domain/vocabulary.ts';
import { type Distribution, distribution } from '../comparison/distribution.ts';
import { median } from '../comparison/median.ts';

export interface Moment {
  /** At least one, by id. */
  readonly rows: Indices;
  readonly days: PossibleDays;
  /** How many positions stand at each level that occurs: several levels are a mixed moment. */
  readonly distribution: Distribution;
  /** Of its stances, from 2 to −2. */
  readonly median: number;
}

const SCALE = Object.values(STANCE_VALUE);

export function moments(columns: PositionColumns, rows: Indices): readonly Moment[] {
  const byDate = new Map<number, number[]>();
  for (const row of inOrderOfStatement(columns, rows)) {
    const date = dateKey(columns, row);
    const ofDate = byDate.get(date);
    if (ofDate) ofDate.push(row);
    else byDate.set(date, [row]);
  }
  return [...byDate]
    .map(([date, ofDate]) => ({ date, moment: momentOf(columns, Int32Array.from(ofDate)) }))
    .toSorted((a, b) => inOrder(a.moment.days, b.moment.days) || a.date - b.date)
    .map(({ moment }) => moment);
}

/** The same number for the same day, precision and “on or before”, and for no others. */
function dateKey(columns: PositionColumns, row: number): number {
  const { precision, onOrBefore } = kindAt(columns, row);
  return (columns.day[row] ?? 0) * 6 + DATE_PRECISIONS.indexOf(precision) * 2 + Number(onOrBefore);
}

function momentOf(columns: PositionColumns, rows: Indices): Moment {
  const counts = distribution(columns, rows, SCALE);
  const middle = median(counts);
  invariant(middle, 'a moment has positions');
  return {
    rows,
    days: possibleDays(columns, rows[0] ?? 0),
    distribution: new Map([...counts].filter(([, count]) => count > 0)),
    median: middle,
  };
}

function inOrder(a: PossibleDays, b: PossibleDays): number {
  if (a.last !== b.last || a.first === b.first) return a.last - b.last;
  return (a.first ?? -Infinity) - (b.first ?? -Infinity);
}
