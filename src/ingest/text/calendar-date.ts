import { isMonthName, isSplitMonthName, monthOf, nearestMonth } from './calendar-words.ts';
import { repairDigits } from './scanned-digits.ts';

/** A calendar date, and the words of the line that are not part of it. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly unread: readonly string[];
}

const FIRST_YEAR = 1900;
const LAST_YEAR = 2099;
/** Two-digit years from this one on belong to the 20th century. */
const PIVOT = 50;

/**
 * The number that a word denotes, ignoring ordinal endings and scanning errors; null for other
 * words.
 */
function numberOf(word: string | undefined): number | null {
  if (word === undefined || word.length > 8) return null;
  const digits = repairDigits(word.replace(/(?<=\d)(?:st|nd|rd|th)$/i, ''));
  // Letters alone are a number only if a scanner may misread digits as them: `l`, `II`, `lO`.
  const readable = /\d/.test(word) || /^[lI|!O]{1,2}$/.test(word);
  return digits === null || !readable ? null : Number(digits);
}

function isDay(value: number | null): value is number {
  return value !== null && value >= 1 && value <= 31;
}

function isYear(value: number | null): value is number {
  return value !== null && value >= FIRST_YEAR && value <= LAST_YEAR;
}

function fullYear(value: number | null, word: string | undefined): number | null {
  if (isYear(value)) return value;
  if (value === null || word?.length !== 2) return null;
  return value < PIVOT ? 2000 + value : 1900 + value;
}

/** Finds the year among the words from `from` on, joining one split by a scanner (`20 11`). */
function findYear(words: readonly string[], from: number): { year: number; used: number[] } | null {
  for (let at = from; at < words.length; at += 1) {
    let digits = '';
    for (let to = at; to < Math.min(at + 4, words.length); to += 1) {
      const word = words[to] ?? '';
      const repaired = /\d/.test(word) || to > at ? repairDigits(word) : null;
      if (repaired === null) break;
      digits += repaired;
      const year = digits.length === 4 ? Number(digits) : null;
      if (isYear(year)) return { year, used: words.map((_, i) => i).slice(at, to + 1) };
    }
  }
  return null;
}

function removeIndices(words: readonly string[], used: readonly number[]): readonly string[] {
  return words.filter((_, index) => !used.includes(index));
}

function isSeparator(word: string | undefined): boolean {
  return word === '/' || word === '.' || word === '-';
}

/** Reads `July 21, 2009`, `21 July 2009`, `July2l,2009` split into words, or `21-Jul-09`. */
function readNamedMonth(words: readonly string[]): CalendarDate | null {
  const exact = words.findIndex((word) => monthOf(word) !== null);
  const at = exact >= 0 ? exact : words.findIndex((word) => nearestMonth(word) !== null);
  const month = at < 0 ? null : (monthOf(words[at] ?? '') ?? nearestMonth(words[at] ?? ''));
  if (month === null) return null;
  const next = isSeparator(words[at + 1]) ? at + 2 : at + 1;
  const previous = isSeparator(words[at - 1]) ? at - 2 : at - 1;
  const after = numberOf(words[next]);
  const before = numberOf(words[previous]);
  const afterIsShort = isDay(after) && (words[next] ?? '').length <= 4;
  if (isDay(before) && !(afterIsShort && findYear(words, next + 1) !== null)) {
    const two = fullYear(after, words[next]);
    const found = findYear(words, next) ?? (two === null ? null : { year: two, used: [next] });
    if (found !== null) {
      return {
        year: found.year,
        month,
        day: before,
        unread: removeIndices(words, [at, previous, ...found.used]),
      };
    }
  }
  if (!afterIsShort) return null;
  const afterDay = isSeparator(words[next + 1]) ? next + 2 : next + 1;
  const two = fullYear(numberOf(words[afterDay]), words[afterDay]);
  const found =
    findYear(words, next + 1) ?? (two === null ? null : { year: two, used: [afterDay] });
  if (found === null) return null;
  return {
    year: found.year,
    month,
    day: after,
    unread: removeIndices(words, [at, next, ...found.used]),
  };
}

/**
 * Reads `07/21/2009`, `7/21/09`, `2009-07-21` or `21.7.2009`; the month is first unless impossible.
 */
function readNumbers(words: readonly string[]): CalendarDate | null {
  for (let at = 0; at + 4 < words.length; at += 1) {
    const mark = words[at + 1];
    if (mark === undefined || !/^[/.-]$/.test(mark) || words[at + 3] !== mark) continue;
    const [a, b, c] = [numberOf(words[at]), numberOf(words[at + 2]), numberOf(words[at + 4])];
    if (a === null || b === null || c === null) continue;
    const unread = removeIndices(words, [at, at + 2, at + 4]);
    if (isYear(a) && b >= 1 && b <= 12 && isDay(c)) return { year: a, month: b, day: c, unread };
    const year = fullYear(c, words[at + 4]);
    if (year === null) continue;
    const dayFirst = a > 12 || (mark === '.' && b <= 12);
    const [month, day] = dayFirst ? [b, a] : [a, b];
    if (month >= 1 && month <= 12 && isDay(day)) return { year, month, day, unread };
  }
  return null;
}

/** Joins the parts of a split month, and separates a month merged with its day. */
function repairWords(words: readonly string[]): readonly string[] {
  const repaired: string[] = [];
  for (const word of words) {
    const last = repaired.at(-1) ?? '';
    const merged = /^([A-Za-z]{3,9})(\d{1,2})$|^(\d{1,2})([A-Za-z]{3,9})$/.exec(word);
    const letters = merged?.[1] ?? merged?.[4] ?? '';
    if (last !== '' && isSplitMonthName(last, word)) repaired[repaired.length - 1] = last + word;
    else if (merged === null || monthOf(letters) === null || isMonthName(word)) repaired.push(word);
    else if (merged[1] === undefined) repaired.push(merged[3] ?? '', letters);
    else repaired.push(letters, merged[2] ?? '');
  }
  return repaired;
}

/** Reads the date from the words of a date line without its time of day. */
export function readCalendarDate(words: readonly string[]): CalendarDate | null {
  const repaired = repairWords(words);
  return readNamedMonth(repaired) ?? readNumbers(repaired);
}
