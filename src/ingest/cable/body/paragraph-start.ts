/** Recognises the beginning of a numbered paragraph and its portion mark. */

/** A possible start of a paragraph, at the beginning of a line or within it. */
export interface ParagraphStart {
  readonly number: number;
  /** Offset of the paragraph sign or the number in the line. */
  readonly at: number;
  readonly marking: string | null;
  /** Nothing follows the number on its line. */
  readonly isAlone: boolean;
  readonly hasSign: boolean;
}

const NUMBER = /^[ \t]{0,20}(¶ ?)?([0-9]{1,4})( ?[.,):;-])?/;
const MARK =
  /^[ \t.]{0,8}[([{]{1,2} ?((?:SBU|TS|FOUO|LOU|U|C|S)(?: ?\/{1,2} ?[A-Z]{2,8}){0,2})(?: {0,2}([)\]}/])|(?=[ ,-]))/i;
const HALF_MARK = /^[ \t]{0,4}((?:SBU|U|C|S)(?:\/{1,2}NF)?)\)/;
const WITHIN_LINE = /¶?([0-9]{1,3})\.? {0,2}\((?:SBU|U|C|S|S\/\/?NF|C\/\/?NF|TS|FOUO) ?\)/g;

/** Reads the start of a paragraph at the start of a line; a number of four digits is a year. */
export function parseParagraphStart(line: string): ParagraphStart | null {
  const match = NUMBER.exec(line);
  if (!match?.[2] || match[2].length > 3 || Number(match[2]) === 0) return null;
  const rest = line.slice(match[0].length, match[0].length + 80);
  const separator = match[3]?.trim() ?? '';
  const marking = parseMarking(rest);
  const isAlone = rest.trim() === '' && line.length <= match[0].length + 80;
  const hasSign = match[1] !== undefined;
  const isPlain = separator === '.' || separator === ')';
  if (marking === null) {
    if (!isPlain && !(isAlone && hasSign)) return null;
    if (/^[0-9]/.test(rest) || (separator === ')' && !hasSign && /^\S/.test(rest))) return null;
    // "2.5 percent" and "1.4 (b)" are figures, "12.12.2006" a date.
  }
  return {
    number: Number(match[2]),
    at: hasSign ? line.indexOf('¶') : match[0].search(/[0-9]/),
    marking,
    isAlone,
    hasSign,
  };
}

/** Finds the paragraphs that begin within a line that contains several. */
export function paragraphStartsWithin(line: string): readonly ParagraphStart[] {
  if (line.length < 100) return [];
  const starts: ParagraphStart[] = [];
  for (const match of line.matchAll(WITHIN_LINE)) {
    const before = line.slice(Math.max(0, match.index - 6), match.index);
    if (!/[.!?)"”:-] {1,5}$|- {1,5}$/.test(before)) continue;
    const at = match.index;
    const marking = parseMarking(line.slice(at + match[0].indexOf('('), at + match[0].length));
    starts.push({
      number: Number(match[1]),
      at,
      marking,
      isAlone: false,
      hasSign: match[0].startsWith('¶'),
    });
  }
  return starts;
}

/** `(C )`, `(c)`, `(SBU During …`, `(S//NF)` → `C`, `C`, `SBU`, `S//NF`. */
export function parseMarking(text: string): string | null {
  const match = MARK.exec(text.slice(0, 60));
  if (match?.[1]) {
    const isClosed = match[2] !== undefined;
    if (!isClosed && match[1] !== match[1].toUpperCase()) return null;
    return match[1].toUpperCase().replace(/ /g, '');
  }
  return HALF_MARK.exec(text.slice(0, 60))?.[1] ?? null;
}
