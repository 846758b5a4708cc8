import { firstDayOf, nextPeriod, type Period } from '#src/domain/dates.ts';
import { attributesAt, type Indices, type PositionColumns } from '#src/domain/position-columns.ts';
import { type Distribution, distribution } from './distribution.ts';

/** One period of a trend, with the distribution of its positions. */
export interface TrendPoint {
  /** Day numbers, inclusive. */
  readonly from: number;
  readonly to: number;
  readonly distribution: Distribution;
}

/**
 * Trend of a cell: its positions by year or month of statement, earliest period first. Periods
 * without positions are omitted. Example: 2 in 2006; −1 and 1 in 2007 → means 2006: 2, 2007: 0.
 *
 * A position dated to the year is omitted from a trend by month; "on or before" a day counts at
 * that day. Undefined cases: none; without positions there are no periods.
 */
export function trend(
  columns: PositionColumns,
  indices: Indices,
  period: Period,
  scale: readonly number[],
): readonly TrendPoint[] {
  const periods = new Map<number, number[]>();
  for (const index of indices) {
    if (period === 'MONTH' && attributesAt(columns, index).precision === 'YEAR') continue;
    const from = firstDayOf(period, columns.day[index] ?? 0);
    const inPeriod = periods.get(from);
    if (inPeriod) inPeriod.push(index);
    else periods.set(from, [index]);
  }
  return [...periods]
    .toSorted(([a], [b]) => a - b)
    .map(([from, inPeriod]) => ({
      from,
      to: nextPeriod(period, from) - 1,
      distribution: distribution(columns, Int32Array.from(inPeriod), scale),
    }));
}
