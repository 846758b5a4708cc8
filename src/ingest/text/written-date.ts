/**
 * Dates as people, mail programs and scanners leave them.
 *
 * No list of formats could hold them all, so the line is read by its words: the time is found
 * first and taken out, then the month by name (or a group of numbers), the day beside it, the
 * year. A weekday only checks the result.
 */
import type { SourceTime } from '#src/domain/source-document.ts';
import { type CalendarDate, readCalendarDate } from './calendar-date.ts';
import { daysInMonth, monthOf, weekdayOf, weekdayOfDate } from './calendar-words.ts';
import { readClockTime } from './clock-time.ts';

/** A date read from a line, with what is doubtful about it. */
export interface WrittenDate {
  readonly time: SourceTime;
  /** The weekday as written is not the weekday of the date. */
  readonly weekdayDisagrees: boolean;
  /** Every word of the line belongs to the date: the line is a date and nothing else. */
  readonly whole: boolean;
}

/** Longer lines are prose; only this much of one is looked at. */
const LONGEST = 160;
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
 * Reads a date line: `Tuesday, July 21, 2009 5:37 PM` is `2009-07-21T17:37`. Where the line has
 * no time the value is a day. `Z` is added only where the line says GMT or UTC. Null if there is
 * no complete and possible date in it.
 */
export function readWrittenDate(line: string): WrittenDate | null {
  const value = line.slice(0, LONGEST);
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
      line.length <= LONGEST &&
      unread.every(
        (word) =>
          ZONE_OR_FILLER.test(word) ||
          /^0[0-9]00$/.test(word) ||
          (monthOf(word) === null && weekdayOf(word) !== null),
      ),
  };
}
