import { calendarFields, dayOfFields, firstDayOf } from '#src/domain/dates.ts';
/** Unit of the size and step of windows. */
export type WindowUnit = 'DAYS' | 'MONTHS' | 'YEARS';

/** Day numbers, both inclusive. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** The size and step of sliding windows. */
export interface Sliding {
  readonly unit: WindowUnit;
  /** Units in a window, ≥ 1. */
  readonly size: number;
  /** Units from the start of one window to the start of the next, ≥ 1. */
  readonly step: number;
}

/** 31 December 9999: dates have four-digit years. */
const LAST_DAY = 2_932_896;

/**
 * The sliding windows that begin in the range, in order; at most `most`.
 *
 * Window k begins k·step units after the range and lasts `size` units. Months and years are
 * calendar months and years, always counted from the first window: from 31 January, one month on is
 * 28 February and two are 31 March. With step = size the windows cover the range without gaps or
 * overlap; with step < size they overlap (Leifeld 2017, time windows). Example: 2006-01-01 to
 * 2006-12-31 by 6 months, step 3 → January–June, April–September, July–December, October–March.
 * Undefined cases: an empty range has no windows.
 */
export function calendarWindows(range: Window, sliding: Sliding, most: number): readonly Window[] {
  const windows: Window[] = [];
  for (let k = 0; windows.length < most; k += 1) {
    const from = later(range.from, k * sliding.step, sliding.unit);
    if (from > range.to) break;
    const next = later(range.from, k * sliding.step + sliding.size, sliding.unit);
    windows.push({ from, to: Math.min(next - 1, LAST_DAY) });
  }
  return windows;
}

/** The first day of the year or month that contains the day, or the day itself. */
export function startOfUnit(day: number, unit: WindowUnit): number {
  if (unit === 'DAYS') return day;
  return firstDayOf(unit === 'YEARS' ? 'YEAR' : 'MONTH', day);
}

function later(day: number, count: number, unit: WindowUnit): number {
  if (unit === 'DAYS') return day + count;
  const { year, month, dayOfMonth } = calendarFields(day);
  const toMonth = month + (unit === 'YEARS' ? 12 * count : count);
  const lastOfMonth = calendarFields(dayOfFields(year, toMonth + 1, 0)).dayOfMonth;
  return dayOfFields(year, toMonth, Math.min(dayOfMonth, lastOfMonth));
}
