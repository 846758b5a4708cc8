import { isReleaseCodes } from './exemption-codes.ts';

/** A release mark as read so far; marks are often broken over two or three lines. */
export interface ReleaseMark {
  readonly words: string;
  readonly codes: string;
  readonly line: number;
}

const START = /^(?:RELEASED?|DENIED|DENY) ?(?:IN(?: (?:PART|FULL|FUL|PAR))?)?(?=$|[ ,:])/;
const WHOLE = /(?:PART|FULL|FUL|PAR)$/;
const SECOND = /^(?:IN(?: (?:PART|FULL))?|PART|FULL)(?=$|[ ,:])/;
/** Maximum distance to the next piece of a mark, in lines. */
const MAX_DISTANCE = 5;

/**
 * Starts a mark at a segment such as `RELEASE IN PART B6`, `RELEASE IN` or `RELEASE`; otherwise
 * null.
 */
export function startReleaseMark(segment: string, line: number): ReleaseMark | null {
  const words = START.exec(segment)?.[0].trimEnd();
  if (words === undefined) return null;
  const rest = segment.slice(words.length).replace(/^[ ,:]+/, '');
  if (rest !== '' && !isReleaseCodes(rest)) return null;
  return { words, codes: rest, line };
}

/**
 * Adds a segment to an unfinished mark (`PART B6`, `IN FULL`, `B1,1.4(B)`); null if it is not part
 * of it.
 */
export function continueReleaseMark(
  mark: ReleaseMark,
  segment: string,
  line: number,
): ReleaseMark | null {
  if (line - mark.line > MAX_DISTANCE) return null;
  if (!WHOLE.test(mark.words)) {
    const words = SECOND.exec(segment)?.[0];
    if (words === undefined) return null;
    const rest = segment.slice(words.length).replace(/^[ ,:]+/, '');
    if (rest !== '' && !isReleaseCodes(rest)) return null;
    return { words: `${mark.words} ${words}`, codes: rest, line };
  }
  if (!isReleaseCodes(segment)) return null;
  const codes = mark.codes === '' ? segment : `${mark.codes.replace(/,$/, '')},${segment}`;
  return { words: mark.words, codes, line };
}

/** The caption of a complete mark, `RELEASE IN PART B5,B6`; null for an incomplete one. */
export function releaseCaption(mark: ReleaseMark): string | null {
  if (!WHOLE.test(mark.words)) return null;
  const words = mark.words.replace(/FUL$/, 'FULL').replace(/PAR$/, 'PART');
  return mark.codes === '' ? words : `${words} ${mark.codes.replaceAll(/,\s+/g, ',')}`;
}
