import leven from 'leven';

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

const WEEKDAYS = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;

/** Repairs a scanned word: scanners read `l` as `1` and `O` as `0`. */
function repairWord(word: string): string {
  return word
    .toLowerCase()
    .replaceAll('0', 'o')
    .replaceAll(/[1|!]/g, 'l')
    .replaceAll('5', 's')
    .replaceAll('8', 'b');
}

/**
 * The index of a word in a list of calendar words: a prefix of at least three letters (`Sept`,
 * `Janua`), or a long word within an edit distance of two (`Decernber`, `Wedneday`). Short words
 * must match exactly, since `Mon`, `Jan` and `Jun` differ by one letter. -1 if none matches.
 */
function nearestWord(words: readonly string[], written: string): number {
  const word = repairWord(written);
  if (word.length < 3 || word.length > 12) return -1;
  const exact = words.findIndex((candidate) => candidate.startsWith(word));
  if (exact >= 0) return exact;
  if (word.length < 5) return word === 'tues' ? words.indexOf('tuesday') : -1;
  return words.findIndex((candidate) => leven(candidate, word) <= (word.length > 6 ? 2 : 1));
}

/** Month 1 to 12 of a word such as `Sept`, `Ju1y` or `Janua`, or null. */
export function monthOf(word: string): number | null {
  const index = nearestWord(MONTHS, word);
  return index < 0 ? null : index + 1;
}

/**
 * Like `monthOf`, as a fallback for a line without a clear month: a word of three or four letters
 * that differs by one letter from exactly one month (`Juiy`, `Oec`) and is not a weekday.
 */
export function nearestMonth(written: string): number | null {
  const word = repairWord(written);
  if (word.length < 3 || word.length > 4 || weekdayOf(word) !== null) return null;
  const near = MONTHS.filter((month) => leven(month.slice(0, word.length), word) === 1);
  const [only] = near;
  return only === undefined || near.length > 1 ? null : MONTHS.indexOf(only) + 1;
}

/** Whether a word is the full name of a month, even if letters are misread as digits: `Apri1`. */
export function isMonthName(written: string): boolean {
  const word = repairWord(written);
  return MONTHS.some((month) => month === word);
}

/** Whether two words are the parts of a month's name split by a scanner: `Febru ary`. */
export function isSplitMonthName(first: string, second: string): boolean {
  const word = `${first}${second}`.toLowerCase();
  return MONTHS.some((month) => month === word);
}

/** Weekday 0 (Sunday) to 6 of a word such as `Thurs` or `Tuesclay`, or null. */
export function weekdayOf(word: string): number | null {
  const index = nearestWord(WEEKDAYS, word);
  return index < 0 ? null : index;
}

/** Days in a month of the Gregorian calendar; `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Weekday 0 (Sunday) to 6 of a date. */
export function weekdayOfDate(year: number, month: number, day: number): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}
