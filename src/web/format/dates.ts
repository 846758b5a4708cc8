/** Dates as text, at the precision at which they are known. */
import type { DatePrecision } from '#src/client/generated/graphql.ts';

const FORMATS: Readonly<Record<DatePrecision, Intl.DateTimeFormat>> = {
  DAY: dateFormat({ day: 'numeric', month: 'short', year: 'numeric' }),
  MONTH: dateFormat({ month: 'long', year: 'numeric' }),
  YEAR: dateFormat({ year: 'numeric' }),
};

function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
}

/** When a position was stated, as the API returns it. */
export interface StatedDate {
  readonly statedOn: string;
  readonly statedOnPrecision: DatePrecision;
  readonly onOrBefore?: boolean;
}

/** `3 Mar 2006`, `March 2006`, `by 3 Mar 2006`. */
export function formatStatedDate({ statedOn, statedOnPrecision, onOrBefore }: StatedDate): string {
  const text = formatDate(statedOn, statedOnPrecision);
  return onOrBefore === true ? `by ${text}` : text;
}

/** Formats a day, a time or a truncated date (`2006-03`) in UTC. */
export function formatDate(date: string, precision: DatePrecision = 'DAY'): string {
  const available = date.length >= 10 ? precision : date.length === 7 ? 'MONTH' : 'YEAR';
  return FORMATS[available].format(new Date(date.length > 10 ? date : date.slice(0, 10)));
}

/** Milliseconds of the start of a day, in UTC. */
export function parseDay(day: string): number {
  return Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
}

/** The day of a time in milliseconds: `2006-03-01`. */
export function toDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
