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
import type { PositionColumns, Rows } from '#src/domain/position-columns.ts';
import { type Distribution, distribution } from './distribution.ts';
import { median } from './median.ts';
import { type PossibleDays, possibleDays } from './possible-days.ts';

export interface Moment {
  /** At least one, by id. */
  readonly rows: Rows;
  readonly days: PossibleDays;
  /** How many positions stand at each level that occurs: several levels are a mixed moment. */
  readonly distribution: Distribution;
  /** Of its stances, from 2 to −2. */
  readonly median: number;
}

/** Rows of any order, in the order of their moments, then by id. */
export function inOrderOfMoments(columns: PositionColumns, rows: Rows): Rows {
  const daysOf = rememberDays(columns);
  return rows.toSorted((a, b) => {
    const [one, other] = [daysOf(a), daysOf(b)];
    return (
      one.last - other.last ||
      compareFirst(one.first, other.first) ||
      (columns.day[a] ?? 0) - (columns.day[b] ?? 0) ||
      (columns.precision[a] ?? 0) - (columns.precision[b] ?? 0) ||
      (columns.id[a] ?? 0) - (columns.id[b] ?? 0)
    );
  });
}

/** The moments of rows that are in order of moments. */
export function moments(columns: PositionColumns, ordered: Rows): readonly Moment[] {
  const found: Moment[] = [];
  for (let start = 0, end = 0; start < ordered.length; start = end) {
    const first = ordered[start];
    invariant(first, 'a moment has a position');
    const date = dateKey(columns, first);
    while (end < ordered.length && dateKey(columns, ordered[end] ?? -1) === date) end += 1;
    const rows = ordered.slice(start, end);
    const counts = distribution(columns, rows, []);
    const middle = median(counts);
    invariant(middle, 'a moment has a stance');
    found.push({ rows, days: possibleDays(columns, first), distribution: counts, median: middle });
  }
  return found;
}

/** The same number for the same day, precision and “on or before”, and for no others. */
function dateKey({ day, precision, onOrBefore }: PositionColumns, row: number): number {
  return (day[row] ?? 0) * 6 + (precision[row] ?? 0) * 2 + (onOrBefore[row] ?? 0);
}

/** Many positions share few dates, and sorting asks for each again and again. */
function rememberDays(columns: PositionColumns): (row: number) => PossibleDays {
  const known = new Map<number, PossibleDays>();
  return (row) => {
    const date = dateKey(columns, row);
    let days = known.get(date);
    if (days === undefined) known.set(date, (days = possibleDays(columns, row)));
    return days;
  };
}

function compareFirst(a: number | null, b: number | null): number {
  return a === b ? 0 : (a ?? -Infinity) - (b ?? -Infinity);
}
