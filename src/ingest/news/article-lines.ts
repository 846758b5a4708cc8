/** Recognises the lines that distinguish an article from the text around it. */
import { readWrittenDate } from '../text/written-date.ts';

const OUTLET_WORD =
  /\b(?:Times|Post|Journal|News|Agency|Telegraph|Tribune|Herald|Gazette|Chronicle|Press|Observer|Magazine|Broadcasting|Foreign Service|Staff Writer|[A-Za-z]{2,30}\.(?:com|org|net|co\.uk|co\.il))\b/i;
const DATE_PREFIX =
  /^(?:Published|Posted|Updated|Last updated|Last modified|First published|Date)\b:?(?: on| at)?:? ?/i;

/** Whether a short line names a newspaper or agency: `The Evening Gazette`. */
export function isOutletLine(line: string): boolean {
  const text = line.trim();
  return text !== '' && text.length <= 80 && OUTLET_WORD.test(text) && !/[.?!]$/.test(text);
}

/** Reads a line that is a date, optionally after `Published:`; null for other lines. */
export function readDateLine(line: string): string | null {
  const text = line.trim();
  if (text.length > 160) return null;
  const prefix = DATE_PREFIX.exec(text)?.[0] ?? '';
  const written = readWrittenDate(text.slice(prefix.length));
  return written !== null && (written.whole || prefix !== '') ? written.time : null;
}

/** Whether a line can be a headline: words, but not a sentence, a greeting or a web address. */
export function isHeadlineLine(line: string): boolean {
  const text = line.trim();
  return (
    text.length >= 8 &&
    text.length <= 160 &&
    /\p{L}/u.test(text) &&
    !/[.,;:]$/.test(text) &&
    !/^(?:https?:|www\.|<http|Dear |Hi |Hello |H: )/i.test(text) &&
    !/^[•*·–—-] /.test(text)
  );
}

/** Whether the lines above a byline are an optional outlet, a headline and an optional deck. */
export function isHeadlineBlock(lines: readonly string[]): boolean {
  const headline = lines.find((line) => !isOutletLine(line)) ?? lines[0];
  return (
    headline !== undefined &&
    lines.length <= 7 &&
    isHeadlineLine(headline) &&
    lines.every((line) => line.length <= 160 && !/[,;:]$/.test(line.trim()))
  );
}

/** Whether a line is in title case: most of its long words begin with a capital. */
export function isTitleCase(line: string): boolean {
  const words = line.match(/\p{L}{4,}/gu) ?? [];
  return (
    words.length >= 3 &&
    words.filter((word) => /^\p{Lu}/u.test(word)).length * 3 >= words.length * 2
  );
}

/** The headline of a block; it continues on lines that begin with a lower-case letter. */
export function headlineOf(lines: readonly string[]): string | null {
  const at = lines.findIndex((line) => !isOutletLine(line) || lines.length === 1);
  const first = lines[at]?.trim();
  if (first === undefined) return null;
  let headline = first;
  for (const line of lines.slice(at + 1)) {
    const text = line.trim();
    if (!/^[a-z]/.test(text)) break;
    headline += ` ${text}`;
  }
  return headline;
}
