import { isReleaseCodes } from './exemption-codes.ts';

/** How far a release mark has been read; marks are often broken over two or three lines. */
export interface ReleaseMark {
  readonly words: string;
  readonly codes: string;
  readonly line: number;
}

const START = /^(?:RELEASED?|DENIED|DENY) ?(?:IN(?: (?:PART|FULL|FUL|PAR))?)?(?=$|[ ,:])/;
const WHOLE = /(?:PART|FULL|FUL|PAR)$/;
const SECOND = /^(?:IN(?: (?:PART|FULL))?|PART|FULL)(?=$|[ ,:])/;
/** A mark's next piece stands this many lines below at most. */
const REACH = 5;

/** Begins a mark at a segment such as `RELEASE IN PART B6`, `RELEASE IN` or `RELEASE`; else null. */
export function startReleaseMark(segment: string, line: number): ReleaseMark | null {
  const words = START.exec(segment)?.[0].trimEnd();
  if (words === undefined) return null;
  const rest = segment.slice(words.length).replace(/^[ ,:]+/, '');
  if (rest !== '' && !isReleaseCodes(rest)) return null;
  return { words, codes: rest, line };
}

/** Adds a segment to an unfinished mark (`PART B6`, `IN FULL`, `B1,1.4(B)`); null if it is no part. */
export function continueReleaseMark(
  mark: ReleaseMark,
  segment: string,
  line: number,
): ReleaseMark | null {
  if (line - mark.line > REACH) return null;
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

/** The caption of a finished mark, `RELEASE IN PART B5,B6`; null while half of it is missing. */
export function releaseCaption(mark: ReleaseMark): string | null {
  if (!WHOLE.test(mark.words)) return null;
  const words = mark.words.replace(/FUL$/, 'FULL').replace(/PAR$/, 'PART');
  return mark.codes === '' ? words : `${words} ${mark.codes.replaceAll(/,\s+/g, ',')}`;
}
