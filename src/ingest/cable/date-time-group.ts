/** The date-time group of a transmission header: `O 271637Z FEB 07`. */
import type { SourceTime } from '#src/domain/source-document.ts';

/** What a date-time group says; `time` is null when day, hour and month cannot all be true. */
export interface DateTimeGroup {
  readonly asWritten: string;
  readonly year: number;
  readonly time: SourceTime | null;
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

const GROUP =
  /^[ \t]{0,8}(?:[A-Z]{1,2}[ \t]{1,4}){0,4}([0-3OIL ]?[0-9OIL]) ?([0-9OIL]{2})[:. ]?([0-9OIL]{2}) {0,2}[A-Z]? {0,3}(JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]{0,6}[.,' ]{0,3}((?:19|20)[0-9]{2}|[0-9]{2})(?![0-9])/i;

/** Reads the date-time group at the beginning of a line, in all the shapes that occur. */
export function parseDateTimeGroup(line: string): DateTimeGroup | null {
  const match = GROUP.exec(line.slice(0, 120));
  if (!match) return null;
  const [asWritten, day, hour, minute, month, year] = match;
  if (!day || !hour || !minute || !month || !year) return null;
  const fullYear = expandYear(year);
  const time = toTime(
    fullYear,
    MONTHS.indexOf(month.toUpperCase()) + 1,
    digits(day),
    digits(hour),
    digits(minute),
  );
  return { asWritten: asWritten.trim(), year: fullYear, time };
}

/** The moment on a day of the year, as the `DE` line gives it: `0581637` in 2007. */
export function fromDayOfYear(year: number, dayAndTime: string): SourceTime | null {
  const day = Number(dayAndTime.slice(0, 3));
  if (day < 1 || day > (isLeap(year) ? 366 : 365)) return null;
  let month = 1;
  let rest = day;
  while (rest > daysIn(year, month)) {
    rest -= daysIn(year, month);
    month += 1;
  }
  return toTime(year, month, rest, Number(dayAndTime.slice(3, 5)), Number(dayAndTime.slice(5, 7)));
}

/** Cables go back to the 1960s: `66` to `99` are of the last century. */
export function expandYear(year: string): number {
  const value = Number(year);
  if (year.length === 4) return value;
  return value >= 60 ? 1900 + value : 2000 + value;
}

/** ISO 8601 to the minute in Zulu time, or null when there is no such moment. */
export function toTime(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
): SourceTime | null {
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month))) return null;
  if (!(hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59)) return null;
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}Z`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** A scanner reads `0` as `O` and `1` as `I` or `l`. */
function digits(text: string): number {
  return Number(text.trim().replace(/O/gi, '0').replace(/[IL]/gi, '1'));
}
