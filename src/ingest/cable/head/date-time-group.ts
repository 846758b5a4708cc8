/** The date-time group of a transmission header: `O 271637Z FEB 07`. */
import leven from 'leven';
import type { SourceTime } from '#src/domain/source-document.ts';

/** The parts of a date-time group; `year` and `month` are null if missing or unreadable. */
export interface DateTimeGroup {
  readonly asWritten: string;
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  /** All six digits are present; in a group of five, any digit may be the missing one. */
  readonly isWhole: boolean;
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const DIGITS =
  '^[ \\t]{0,8}(?:[A-Z]{1,2}[ \\t]{1,4}){0,4}([0-3OIL ]?[0-9OIL]) ?([0-9OIL]{2})[:. ]?([0-9OIL]{2}) {0,2}';
const YEAR = '((?:19|20)[0-9OIL]{2}|[0-9OIL]{2})(?![0-9])';
const GROUP = new RegExp(
  `${DIGITS}[A-Z]? {0,3}(${MONTHS.join('|')})[A-Z]{0,6}[.,' ]{0,3}${YEAR}`,
  'i',
);
/** A group with its `Z` is recognised even if its month is misspelt or its year missing. */
const DAMAGED_GROUP = new RegExp(`${DIGITS}Z {0,3}([A-Z]{2,9})[.,]?(?: {0,3}${YEAR})?`, 'i');

/** Reads the date-time group at the beginning of a line, in all its variants. */
export function parseDateTimeGroup(line: string): DateTimeGroup | null {
  const start = line.slice(0, 120);
  const match =
    GROUP.exec(start) ?? (start.slice(0, 30).includes('Z') ? DAMAGED_GROUP.exec(start) : null);
  if (!match) return null;
  const [asWritten, day, hour, minute, month, year] = match;
  if (!day || !hour || !minute || !month) return null;
  return {
    asWritten: asWritten.trim(),
    year: year === undefined || !/[0-9]/.test(year) ? null : expandYear(repairDigits(year)),
    month: monthOf(month.toUpperCase()),
    day: Number(repairDigits(day)),
    hour: Number(repairDigits(hour)),
    minute: Number(repairDigits(minute)),
    isWhole: day.trim().length === 2,
  };
}

/** The time of a group in a year; null if a part is missing or the time does not exist. */
export function groupToTime(group: DateTimeGroup, year: number | null): SourceTime | null {
  if (year === null || group.month === null) return null;
  return toTime(year, group.month, group.day, group.hour, group.minute);
}

/** The time on a day of the year, as in the `DE` line: `0581637` in 2007. */
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

/** Expands a two-digit year. Cables date back to the 1960s, so `60` to `99` mean 1960 to 1999. */
export function expandYear(year: string): number {
  const value = Number(year);
  if (year.length === 4) return value;
  return value >= 60 ? 1900 + value : 2000 + value;
}

/** ISO 8601 to the minute in UTC, or null if the time does not exist. */
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

/** The month with this name, or the only month whose name differs by one letter. */
function monthOf(word: string): number | null {
  const exact = MONTHS.indexOf(word.slice(0, 3));
  if (exact >= 0) return exact + 1;
  const near = MONTHS.filter((month) => leven(month, word.slice(0, 3)) === 1);
  const [only] = near;
  return only === undefined || near.length > 1 ? null : MONTHS.indexOf(only) + 1;
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

/** Repairs digits: a scanner reads `0` as `O` and `1` as `I` or `l`. */
function repairDigits(text: string): string {
  return text.trim().replace(/O/gi, '0').replace(/[IL]/gi, '1');
}
