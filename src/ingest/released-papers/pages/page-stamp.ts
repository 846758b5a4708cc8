/**
 * The stamp that a FOIA office prints at the head and foot of every released page:
 * `UNCLASSIFIED U.S. Department of State Case No. F-2013-11111 Doc No. C05123456 Date: 04/30/2014`.
 */

import { DIGIT_LIKE, repairDigits } from '../../text/scanned-digits.ts';
import { repairClassification } from './classification-banner.ts';

/** The fields of one page stamp; null where a part is missing or unreadable. */
export interface PageStamp {
  readonly reference: string | null;
  readonly referenceRepaired: boolean;
  readonly caseNumber: string | null;
  readonly releasedAt: string | null;
  readonly classification: string | null;
  /** Range of the stamp in its line; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Number of characters of a line that are searched for a stamp. */
const SEARCH_LENGTH = 600;
const D = `[${DIGIT_LIKE}]`;
const DEPARTMENT =
  /(?<![A-Za-z])((?:[A-Z]{2,}[A-Z0-9]* ){0,4})\s{0,9}U\.? ?S\.? {0,3}Depar[a-z]{3,7}(?: {1,3}[o0]f)? {1,3}S[tl]ate/;
const CASE = new RegExp(
  `Case {0,3}N[o0][.,:]{0,2} {0,3}([A-Z]{1,3})[ ]?[-–—.][ ]?(${D}{4})[ ]?[-–—.][ ]?(${D}{3,6})`,
);
const DOC = /Doc {0,3}N[o0][.,:]{0,2} {0,3}/;
const DATE = new RegExp(`Date[.:;]? {0,3}(${D}{1,2})[/.](${D}{1,2})[/.](${D}{4})`);
/** A release date truncated at the page's edge: not a date, but still part of the stamp. */
const TRUNCATED_DATE = new RegExp(`Date[.:;]? {0,3}${D}{1,2}(?:[/.]${D}{0,4}){0,2}$`);
/** Number of digits after the `C` of a document number in this archive. */
const REFERENCE_DIGITS = 8;

/**
 * Reads `C05123456` at an offset, and repairs spaces and letters read for digits. The `C` may be
 * misread as a zero or missing, which is inferred from the number of digits.
 */
export function readReference(
  line: string,
  from: number,
): { reference: string; repaired: boolean; end: number } | null {
  const prefix = line[from] ?? '';
  const misread = /[0OQ]/.test(prefix);
  if (!misread && !/[CGc(€]/.test(prefix)) return null;
  const most = misread ? REFERENCE_DIGITS + 1 : REFERENCE_DIGITS;
  let digits = '';
  let at = misread ? from : from + 1;
  let end = at;
  for (; at < line.length && digits.length < 12; at += 1) {
    const character = line[at] ?? '';
    const digit = repairDigits(character);
    if (digit !== null) {
      digits += digit;
      end = at + 1;
    } else if (character !== ' ' || line[at + 1] === ' ' || digits.length >= most) {
      break;
    }
  }
  if (misread && digits.length < REFERENCE_DIGITS) return null;
  const reference = `C${misread ? digits.slice(-REFERENCE_DIGITS) : digits}`;
  if (digits.length < 5) return null;
  return { reference, repaired: line.slice(from, end) !== reference, end };
}

function readReleaseDate(match: RegExpExecArray | null): string | null {
  const [month, day, year] = [1, 2, 3].map((group) => repairDigits(match?.[group] ?? ''));
  if (!month || !day || !year || Number(month) > 12 || Number(day) > 31) return null;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function readCaseNumber(match: RegExpExecArray | null): string | null {
  const [year, serial] = [repairDigits(match?.[2] ?? ''), repairDigits(match?.[3] ?? '')];
  return match?.[1] === undefined || year === null || serial === null
    ? null
    : `${match[1]}-${year}-${serial}`;
}

/**
 * Finds a page stamp in a line, or null. By default two of its four parts are required, so that a
 * sentence that names the Department or a case is not a stamp; a caller that knows that the line
 * is part of a stamp requires one.
 */
export function readPageStamp(line: string, leastParts = 2): PageStamp | null {
  const searched = line.slice(0, SEARCH_LENGTH);
  if (leastParts > 1 && !/Depar|Case|Doc/.test(searched)) return null;
  const department = DEPARTMENT.exec(searched);
  const caseMatch = CASE.exec(searched);
  const docLabel = DOC.exec(searched);
  const doc =
    docLabel === null ? null : readReference(searched, docLabel.index + docLabel[0].length);
  const date = DATE.exec(searched);
  const cut = date === null ? TRUNCATED_DATE.exec(searched.trimEnd()) : null;
  const spans = [department, caseMatch, date]
    .filter((match) => match !== null)
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
  if (docLabel !== null && doc !== null) spans.push({ start: docLabel.index, end: doc.end });
  if (spans.length < leastParts) return null;
  if (cut !== null) spans.push({ start: cut.index, end: cut.index + cut[0].length });
  return {
    reference: doc?.reference ?? null,
    referenceRepaired: doc?.repaired ?? false,
    caseNumber: readCaseNumber(caseMatch),
    releasedAt: readReleaseDate(date),
    classification: repairClassification(department?.[1] ?? ''),
    start: Math.min(...spans.map((span) => span.start)),
    end: Math.max(...spans.map((span) => span.end)),
  };
}
