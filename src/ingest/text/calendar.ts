/** Calendar arithmetic of the Gregorian calendar; months count from 1. */
import type { SourceTime } from '#src/domain/source-document.ts';

/** Number of days in a month. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Weekday of a date, 0 (Sunday) to 6. */
export function weekdayOfDate(year: number, month: number, day: number): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

/** Formats a date as ISO 8601: `2007-02-27`. */
export function formatDay(year: number, month: number, day: number): SourceTime {
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** Formats a number with at least two digits: `07`. */
export function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
