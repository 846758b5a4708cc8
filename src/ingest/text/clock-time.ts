import { DIGIT_LIKE, repairDigits } from './scanned-digits.ts';

/** A time of day found in a date line, and the rest of the line. */
export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  readonly zulu: boolean;
  /** The text before and after the time, which contains the date. */
  readonly rest: string;
}

const D = `[${DIGIT_LIKE}]`;
const MERIDIEM = '([AaPp])\\s?\\.?\\s?(?:[Mm]|rn|[Il1]V[Il1])\\b\\.?';
/** `17:37`, `5:37:21 PM`, `l2:30`, and times merged with the preceding word: `201111:36 AM`. */
const WITH_COLON = new RegExp(
  `(?<![A-Za-z0-9])(${D}{1,8})\\s?[:;]\\s?(${D}{2})(?!${D})(?:\\s?[:;]\\s?(${D}{2}))?(?:\\s{0,3}${MERIDIEM})?`,
);
/** `5.37 PM`, `537 PM`, `5 37 PM`, `5 PM`: without a colon, AM or PM is required. */
const WITHOUT_COLON = new RegExp(
  `(?<![A-Za-z0-9/])(${D}{1,2})(?:[ .]?([0-5]${D}))?\\s{0,3}${MERIDIEM}`,
);
const ZULU = /^\s{0,3}(?:GMT|UTC|Z\b|[+-]0000\b)|\((?:GMT|UTC)\)/;

/**
 * Splits merged digits before the colon: the last one or two are the hour, the rest belongs to the
 * date.
 */
function splitHour(digits: string, hasSeconds: boolean): { merged: string; hour: string } {
  if (digits.length <= 2) return { merged: '', hour: digits };
  // A year merged with the hour (`20117:08`, `201111:36`); otherwise a day merged with a two-digit
  // hour.
  const year = /(?:19|20)\d\d(?=\d{1,2}$)/.exec(digits);
  if (year !== null && digits.length >= 5) {
    const cut = year.index + 4;
    return { merged: digits.slice(0, cut), hour: digits.slice(cut) };
  }
  const hourLength = digits.length === 3 && !hasSeconds && Number(digits.slice(1)) > 23 ? 1 : 2;
  return { merged: digits.slice(0, -hourLength), hour: digits.slice(-hourLength) };
}

function to24Hours(hour: number, meridiem: string | undefined): number {
  if (meridiem === undefined || hour > 12) return hour;
  const morning = meridiem.toLowerCase() === 'a';
  if (hour === 12) return morning ? 0 : 12;
  return morning ? hour : hour + 12;
}

/**
 * Finds the time of day in a date line of at most a few hundred characters; null if there is none.
 */
export function readClockTime(line: string): ClockTime | null {
  const colon = WITH_COLON.exec(line);
  const match = colon ?? WITHOUT_COLON.exec(line);
  if (match === null || !/\d|[OIl][:;][OIl]/.test(match[0])) return null;
  const run = repairDigits(match[1] ?? '');
  const minutes = repairDigits(match[2] ?? '00');
  if (run === null || minutes === null) return null;
  const meridiem = colon === null ? match[3] : match[4];
  const { merged, hour } = splitHour(run, colon?.[3] !== undefined);
  const after = line.slice(match.index + match[0].length);
  const time = {
    hour: to24Hours(Number(hour), meridiem),
    minute: Number(minutes),
    zulu: ZULU.test(after),
    rest: `${line.slice(0, match.index)}${merged} ${after}`,
  };
  return time.hour > 23 || time.minute > 59 ? null : time;
}
