/**
 * The days on which a position can have been stated.
 *
 * A date that is known to the day, month or year, or only as the latest that it can have been,
 * is a set of days, and not one: the interval [first, last]. What two dates prove about order and
 * distance is what holds for every choice of a day from each (Allen 1983, “Maintaining knowledge
 * about temporal intervals”, CACM 26(11), relations “before” and “after”). “On or before” is the
 * archivist’s terminus ante quem: it has a last day and no first.
 *
 * Examples: `2007-02` is [2007-02-01, 2007-02-28]; `2008` is [2008-01-01, 2008-12-31]; on or before
 * 2014-06-06 is (…, 2014-06-06]. Undefined cases: the first day of “on or before” → null, and so
 * the greatest distance to such a date → null.
 */
import { kindAt, type PositionColumns } from './position-columns.ts';
import type { DatePrecision } from './vocabulary.ts';

/** Day numbers, both ends possible; `first` is null where no earliest day is known. */
export interface PossibleDays {
  readonly first: number | null;
  readonly last: number;
}

/** When something was stated, as far as it is known. */
export interface StatedDate {
  /** Day number of the first day that the date can mean. */
  readonly day: number;
  readonly precision: DatePrecision;
  /** Whether the date is only the latest possible. */
  readonly onOrBefore: boolean;
}

/** When the position at an index of the columns was stated. */
export function statedDate(columns: PositionColumns, index: number): StatedDate {
  const { precision, onOrBefore } = kindAt(columns, index);
  return { day: columns.day[index] ?? 0, precision, onOrBefore };
}

export interface DaysApart {
  readonly min: number;
  /** Null where an earliest day is not known. */
  readonly max: number | null;
}

export function possibleDays(columns: PositionColumns, row: number): PossibleDays {
  const { precision, onOrBefore } = kindAt(columns, row);
  return daysOf(columns.day[row] ?? 0, precision, onOrBefore);
}

/** Of a date whose first day is `day`, or which is only the latest that it can have been. */
export function daysOf(day: number, precision: DatePrecision, onOrBefore: boolean): PossibleDays {
  return { first: onOrBefore ? null : day, last: lastDay(day, precision) };
}

/** Whether a’s every possible day is before b’s every possible day. */
export function certainlyBefore(a: PossibleDays, b: PossibleDays): boolean {
  return b.first !== null && a.last < b.first;
}

/** The least and the greatest number of days that can lie between the two: 0 on one day. */
export function daysApart(a: PossibleDays, b: PossibleDays): DaysApart {
  const min = Math.max(0, (a.first ?? -Infinity) - b.last, (b.first ?? -Infinity) - a.last);
  const max =
    a.first === null || b.first === null ? null : Math.max(b.last - a.first, a.last - b.first);
  return { min, max };
}

const DAY_MS = 86_400_000;

/** The last day of the day, month or year that `day` is in, by the Gregorian calendar. */
function lastDay(day: number, precision: DatePrecision): number {
  if (precision === 'DAY') return day;
  const date = new Date(day * DAY_MS);
  // Day 0 of a month is the last of the month before it.
  date.setUTCMonth(precision === 'YEAR' ? 12 : date.getUTCMonth() + 1, 0);
  return date.getTime() / DAY_MS;
}
