/**
 * Reads dates as written by people and mail programs, including scanning errors.
 *
 * The formats are too varied to list, so a line is read word by word: the time is found first and
 * removed, then the month by name (or a group of numbers), the day beside it, and the year. A
 * weekday is only used to check the result.
 */
import type { SourceTime } from '#src/domain/source-document.ts';
import { type CalendarDate, readCalendarDate } from './calendar-date.ts';
import { daysInMonth, monthOf, weekdayOf, weekdayOfDate } from './calendar-words.ts';
import { readClockTime } from './clock-time.ts';

/** A date read from a line, and how reliable it is. */
export interface WrittenDate {
  readonly time: SourceTime;
  /** The weekday as written is not the weekday of the date. */
  readonly weekdayDisagrees: boolean;
  /** Every word of the line belongs to the date. */
  readonly whole: boolean;
}

/** Number of characters of a line that are examined; longer lines are prose. */
const MAX_LENGTH = 160;
const ZONE_OR_FILLER =
  /^(?:at|on|the|of|st|nd|rd|th|am|pm|a|p|m|gmt|utc|z|e[ds]?t|c[ds]?t|m[ds]?t|p[ds]?t|eastern|central|mountain|pacific|standard|daylight|time|hours|hrs)$/i;

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function isoDay(date: CalendarDate): string {
  const year = String(date.year).padStart(4, '0');
  return `${year}-${twoDigits(date.month)}-${twoDigits(date.day)}`;
}

/**
 * Reads a date line: `Tuesday, July 21, 2009 5:37 PM` → `2009-07-21T17:37`. Without a time the
 * value is a day. `Z` is added only if the line contains GMT or UTC. Null if the line contains no
 * complete and valid date.
 */
export function readWrittenDate(line: string): WrittenDate | null {
  const value = line.slice(0, MAX_LENGTH);
  if (!/\d/.test(value)) return null;
  const clock = readClockTime(value);
  const words = (clock?.rest ?? value).match(/[A-Za-z0-9|!]+|[/.-]/g) ?? [];
  const date = readCalendarDate(words);
  if (date === null || date.day > daysInMonth(date.year, date.month)) return null;

  const unread = date.unread.filter((word) => /[A-Za-z0-9]/.test(word));
  const weekday = unread.map(weekdayOf).find((day) => day !== null) ?? null;
  const actual = weekdayOfDate(date.year, date.month, date.day);
  const time =
    clock === null
      ? ''
      : `T${twoDigits(clock.hour)}:${twoDigits(clock.minute)}${clock.zulu ? 'Z' : ''}`;
  return {
    time: isoDay(date) + time,
    weekdayDisagrees: weekday !== null && weekday !== actual,
    whole:
      line.length <= MAX_LENGTH &&
      unread.every(
        (word) =>
          ZONE_OR_FILLER.test(word) ||
          /^0[0-9]00$/.test(word) ||
          (monthOf(word) === null && weekdayOf(word) !== null),
      ),
  };
}
