/** Dates as far as they are known. */
import type { DatePrecision } from '#src/client/generated/graphql.ts';

const FORMATS: Readonly<Record<DatePrecision, Intl.DateTimeFormat>> = {
  DAY: format({ day: 'numeric', month: 'short', year: 'numeric' }),
  MONTH: format({ month: 'long', year: 'numeric' }),
  YEAR: format({ year: 'numeric' }),
};

function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
}

export interface Stated {
  readonly statedOn: string;
  readonly statedOnPrecision: DatePrecision;
  readonly onOrBefore?: boolean;
}

/** `3 Mar 2006`, `March 2006`, `by 3 Mar 2006`. */
export function formatStatedDate({ statedOn, statedOnPrecision, onOrBefore }: Stated): string {
  const text = formatDate(statedOn, statedOnPrecision);
  return onOrBefore === true ? `by ${text}` : text;
}

/** Of a day as the API writes it, of a moment within it, or of less than a day: `2006-03`. */
export function formatDate(date: string, precision: DatePrecision = 'DAY'): string {
  const known = date.length >= 10 ? precision : date.length === 7 ? 'MONTH' : 'YEAR';
  return FORMATS[known].format(new Date(date.length > 10 ? date : date.slice(0, 10)));
}

/** Milliseconds of the beginning of a day, in universal time. */
export function parseDay(day: string): number {
  return Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
}

/** The day of a time: `2006-03-01`. */
export function toDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
