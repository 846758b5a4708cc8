import { calendarFields, dayOfFields } from './dates.ts';
import { attributesAt, type PositionColumns } from './position-columns.ts';
import type { DatePrecision } from './vocabulary.ts';

/**
 * The days that a date can mean, as an interval of day numbers, inclusive. `first` is null for "on
 * or before" (terminus ante quem), which has no earliest day.
 */
export interface PossibleDays {
  readonly first: number | null;
  readonly last: number;
}

/** The date of a statement as recorded. */
export interface StatedDate {
  /** Day number of the first day that the date can mean. */
  readonly day: number;
  readonly precision: DatePrecision;
  /** Whether the date is only the latest possible. */
  readonly onOrBefore: boolean;
}

/** The date of the position at an index. */
export function statedDate(columns: PositionColumns, index: number): StatedDate {
  const { precision, onOrBefore } = attributesAt(columns, index);
  return { day: columns.day[index] ?? 0, precision, onOrBefore };
}

/** Minimum and maximum number of days between two dates. */
export interface DaysApart {
  readonly min: number;
  /** Null if either date has no earliest day. */
  readonly max: number | null;
}

/** The days on which the position at an index can have been stated (`daysOf`). */
export function possibleDays(columns: PositionColumns, index: number): PossibleDays {
  const { precision, onOrBefore } = attributesAt(columns, index);
  return daysOf(columns.day[index] ?? 0, precision, onOrBefore);
}

/**
 * The days that a date can mean, given its first day and precision. What two dates prove about
 * order and distance is what holds for every choice of a day from each (Allen 1983, "Maintaining
 * knowledge about temporal intervals", CACM 26(11)).
 *
 * Examples: `2007-02` → 2007-02-01 to 2007-02-28; `2008` → 2008-01-01 to 2008-12-31. Undefined
 * cases: the first day of "on or before" → null.
 */
export function daysOf(day: number, precision: DatePrecision, onOrBefore: boolean): PossibleDays {
  return { first: onOrBefore ? null : day, last: lastDay(day, precision) };
}

/** Whether every possible day of a precedes every possible day of b. */
export function certainlyBefore(a: PossibleDays, b: PossibleDays): boolean {
  return b.first !== null && a.last < b.first;
}

/**
 * Minimum and maximum number of days between two dates, 0 for the same day. Undefined cases: either
 * is "on or before" → `max` null.
 */
export function daysApart(a: PossibleDays, b: PossibleDays): DaysApart {
  const min = Math.max(0, (a.first ?? -Infinity) - b.last, (b.first ?? -Infinity) - a.last);
  const max =
    a.first === null || b.first === null ? null : Math.max(b.last - a.first, a.last - b.first);
  return { min, max };
}

/** First day of the day, month or year that contains `day`. */
export function firstDay(day: number, precision: DatePrecision): number {
  if (precision === 'DAY') return day;
  const { year, month } = calendarFields(day);
  return dayOfFields(year, precision === 'YEAR' ? 1 : month, 1);
}

/** Last day of the day, month or year that contains `day`. */
export function lastDay(day: number, precision: DatePrecision): number {
  if (precision === 'DAY') return day;
  const { year, month } = calendarFields(day);
  return dayOfFields(year, precision === 'YEAR' ? 12 : month + 1, 0);
}
