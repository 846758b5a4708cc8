import type { DatePrecision } from './vocabulary.ts';

/** A day, month or year: `day` is the first day it can mean (`YYYY-MM-DD`). */
export interface PartialDate {
  readonly day: string;
  readonly precision: DatePrecision;
}

/** A range of day numbers, both inclusive. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

/** The unbounded range. */
export const EVER: Days = { from: -Infinity, to: Infinity };

/** Whether the range is unbounded. */
export function isEver({ from, to }: Days): boolean {
  return from === -Infinity && to === Infinity;
}

const DAY_MS = 86_400_000;

/**
 * Days from 1970-01-01 to an ISO day; null if it is not a calendar date. Example: `1970-01-02` → 1.
 */
export function dayNumber(day: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const ms = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(ms) || !new Date(ms).toISOString().startsWith(day) ? null : ms / DAY_MS;
}

/** The ISO day of a day number. */
export function isoDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/**
 * Parses `2007-02-27`, `2007-02` or `2007`; the length gives the precision. Null for anything else.
 */
export function parsePartialDate(text: string): PartialDate | null {
  const precision = /^\d{4}$/.test(text) ? 'YEAR' : /^\d{4}-\d{2}$/.test(text) ? 'MONTH' : 'DAY';
  const day = precision === 'YEAR' ? `${text}-01-01` : precision === 'MONTH' ? `${text}-01` : text;
  return dayNumber(day) === null ? null : { day, precision };
}

/** The first day that a source time can mean: `2007-02-27T16:37Z` → `2007-02-27`, `2009` → `2009-01-01`. */
export function firstDay(sourceTime: string): string | null {
  return parsePartialDate(sourceTime.slice(0, 10))?.day ?? null;
}

/** The Gregorian calendar's fields of a day: year, month from 0 to 11, and day of the month. */
export function calendarFields(day: number) {
  const date = new Date(day * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), dayOfMonth: date.getUTCDate() };
}

/**
 * The day number of calendar fields, which may be out of range: day 0 of a month is the last of the
 * month before it. Unlike `Date.UTC`, takes the years 0 to 99 as they are, not as 1900 to 1999.
 */
export function dayOfFields(year: number, month: number, dayOfMonth: number): number {
  return new Date(0).setUTCFullYear(year, month, dayOfMonth) / DAY_MS;
}

/** Calendar periods of a trend. */
export const PERIODS = ['YEAR', 'MONTH'] as const;
/** A calendar period. */
export type Period = (typeof PERIODS)[number];

/** Day number of the first day of the year or month that contains the day. */
export function firstDayOf(period: Period, day: number): number {
  const { year, month } = calendarFields(day);
  return dayOfFields(year, period === 'YEAR' ? 0 : month, 1);
}

/** Day number of the first day of the year or month after the one that begins on `first`. */
export function nextPeriod(period: Period, first: number): number {
  const { year, month } = calendarFields(first);
  return period === 'YEAR' ? dayOfFields(year + 1, 0, 1) : dayOfFields(year, month + 1, 1);
}
