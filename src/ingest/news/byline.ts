import { readWrittenDate } from '../text/written-date.ts';

const START = /^(?:By|BY)(?: ?(?=[A-Z]{2})| (?=[A-Z]))/;
/** Ends the names in a byline: a bullet or bar, a date, or a list of tags. */
const NAMES_END =
  / ?[•|·]| I$| I (?=[A-Z])|,? (?:Tags|Updated|Published|Posted):|, (?=\d)|\t| {2,}/;
const LOWER_CASE_WORDS = new Set([
  'and',
  'of',
  'de',
  'van',
  'von',
  'der',
  'la',
  'al',
  'el',
  'bin',
  'in',
  'for',
  'the',
  'at',
  'with',
]);
const NOT_A_NAME =
  /^(?:The|This|That|My|Our|His|Her|Its|Their|Then|Now|All|Any|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)(?:day)?$/;

/** A byline's names, and its date if it has one. */
export interface Byline {
  readonly author: string;
  readonly createdAt: string | null;
}

/** Reads `By Rosa Lind and Tom Arden`; null for a sentence that begins with "By". */
export function readByline(line: string): Byline | null {
  const text = line.trim();
  const start = START.exec(text);
  if (start === null || text.length > 140) return null;
  const rest = text.slice(start[0].length);
  const end = NAMES_END.exec(rest);
  const author = (end === null ? rest : rest.slice(0, end.index)).trim().replace(/,$/, '');
  const words = author.split(/[ ,]+/).filter((word) => word !== '');
  const names = words.filter((word) => /^[\p{Lu}]/u.test(word));
  const plain = words.every(
    (word) => /^[\p{Lu}]/u.test(word) || LOWER_CASE_WORDS.has(word) || word.startsWith('al-'),
  );
  if (!plain || names.length < 2 || words.length > 14 || NOT_A_NAME.test(names[0] ?? ''))
    return null;
  if (/[!?:]$/.test(author) || (author.endsWith('.') && !/\b(?:Jr|Sr|[A-Z])\.$/.test(author)))
    return null;
  const date = end === null ? null : readWrittenDate(rest.slice(end.index));
  return { author, createdAt: date?.time ?? null };
}
