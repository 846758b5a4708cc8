/** Determines when a cable was sent, from its date-time group, routing line and publisher. */
import type { ReadWarning } from '#src/domain/source-document.ts';
import type { PublishedMetadata } from '../published-metadata.ts';
import { splitReference } from '../reference/normalise-reference.ts';
import { type DateTimeGroup, expandYear, fromDayOfYear, groupToTime } from './date-time-group.ts';
import type { TransmissionHeader } from './transmission-header.ts';

/** The date, and the year, which the reference requires; null if no source gives it. */
export interface CreationDate {
  readonly createdAt: string | null;
  readonly year: number | null;
  readonly warnings: readonly ReadWarning[];
}

/**
 * Reads the date from the date-time group. A missing part is completed from the day of the year in
 * the routing line and the year in the publisher's reference; nothing is guessed.
 */
export function readCreationDate(
  header: TransmissionHeader | null,
  published: PublishedMetadata,
  headLine: number,
): CreationDate {
  const group = header?.dateTimeGroup ?? null;
  const day = header?.dayOfYear ?? null;
  const warn = (code: string, message: string): readonly ReadWarning[] => [
    { code, field: 'createdAt', message, line: header?.dateLine ?? headLine },
  ];
  const year = group?.year ?? yearOf(published);
  const written = group?.isWhole ? groupToTime(group, year) : null;
  if (group && written) {
    const isOwn = group.year !== null;
    const message = `"${group.asWritten}" has no year; the year of the publisher's reference was used.`;
    return { createdAt: written, year, warnings: isOwn ? [] : warn('date-repaired', message) };
  }
  if (published.createdAt) return { createdAt: published.createdAt, year, warnings: [] };
  const fromDay = year === null || day === null ? null : fromDayOfYear(year, day);
  if (fromDay && (group === null || isConsistent(group, fromDay))) {
    const what = group ? `There is no moment "${group.asWritten}"` : 'No date-time group was found';
    const message = `${what}; the date follows from the day of the year in the header.`;
    return { createdAt: fromDay, year, warnings: warn('date-repaired', message) };
  }
  if (group === null) {
    return { createdAt: null, year, warnings: warn('date-missing', missing(day)) };
  }
  const message = `"${group.asWritten}" is not a valid date-time group.`;
  return { createdAt: null, year, warnings: warn('date-impossible', message) };
}

function yearOf(published: PublishedMetadata): number | null {
  if (published.createdAt) return Number(published.createdAt.slice(0, 4));
  const year = published.reference === null ? null : splitReference(published.reference)?.year;
  return year === undefined || year === null ? null : expandYear(year);
}

/** Whether a damaged group is consistent with a time: no digit of its day may differ. */
function isConsistent(group: DateTimeGroup, time: string): boolean {
  if (group.isWhole) return true;
  const isMonth = group.month === null || group.month === Number(time.slice(5, 7));
  return isMonth && time.slice(8, 10).includes(String(group.day));
}

function missing(day: string | null): string {
  if (day === null) return 'No date-time group was found.';
  const count = Number(day.slice(0, 3));
  return `No date-time group was found; the header gives day ${count} without a year.`;
}
