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

/** A letter word as its writer typed it: scanners turn `l` into `1`, `O` into `0`, `m` into `rn`. */
function unscanned(word: string): string {
  return word
    .toLowerCase()
    .replaceAll('0', 'o')
    .replaceAll(/[1|!]/g, 'l')
    .replaceAll('5', 's')
    .replaceAll('8', 'b');
}

/**
 * The place of a word in a list of calendar words: a prefix of three letters or more (`Sept`,
 * `Janua`), or a long word within two slips of one (`Decernber`, `Wedneday`). Short words must
 * match exactly, since `Mon`, `Jan` and `Jun` lie one slip apart. -1 if none.
 */
function nearestWord(words: readonly string[], written: string): number {
  const word = unscanned(written);
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
 * As `monthOf`, for a line that has no better month: a word of three or four letters one slip
 * from exactly one month (`Juiy`, `Oec`), unless it is a weekday.
 */
export function nearestMonth(written: string): number | null {
  const word = unscanned(written);
  if (word.length < 3 || word.length > 4 || weekdayOf(word) !== null) return null;
  const near = MONTHS.filter((month) => leven(month.slice(0, word.length), word) === 1);
  const [only] = near;
  return only === undefined || near.length > 1 ? null : MONTHS.indexOf(only) + 1;
}

/** Whether a word is a month's whole name, a digit in it misread: `Apri1`. */
export function isMonthName(written: string): boolean {
  const word = unscanned(written);
  return MONTHS.some((month) => month === word);
}

/** Whether two words are the halves of a month's name that a scanner broke: `Febru ary`. */
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
