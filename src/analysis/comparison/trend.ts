/**
 * Trend of a cell: its positions by the year or month of the statement.
 *
 * Each period has a distribution of its own, from which its mean is taken. Periods without
 * positions are left out, not drawn at 0. Example: 2 in 2006, −1 and 1 in 2007 → 2006: 2, 2007: 0.
 * A position of which only the year is known belongs to no month, and is left out of a trend by
 * month; one dated "on or before" counts at the day that is given.
 * Undefined cases: none; without positions there are no periods.
 */
import { firstDayOf, nextPeriod, type Period } from '#src/domain/dates.ts';
import { type Indices, kindAt, type PositionColumns } from '#src/domain/position-columns.ts';
import { type Distribution, distribution } from './distribution.ts';

export interface TrendPoint {
  /** Day numbers, inclusive. */
  readonly from: number;
  readonly to: number;
  readonly distribution: Distribution;
}

export function trend(
  columns: PositionColumns,
  rows: Indices,
  period: Period,
  scale: readonly number[],
): readonly TrendPoint[] {
  const periods = new Map<number, number[]>();
  for (const row of rows) {
    if (period === 'MONTH' && kindAt(columns, row).precision === 'YEAR') continue;
    const from = firstDayOf(period, columns.day[row] ?? 0);
    const inPeriod = periods.get(from);
    if (inPeriod) inPeriod.push(row);
    else periods.set(from, [row]);
  }
  return [...periods]
    .toSorted(([a], [b]) => a - b)
    .map(([from, inPeriod]) => ({
      from,
      to: nextPeriod(period, from) - 1,
      distribution: distribution(columns, Int32Array.from(inPeriod), scale),
    }));
}
