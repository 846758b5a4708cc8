/**
 * Recognises the exemption codes that redactors print in the margin beside a redaction, and the
 * codes of a release mark.
 */

/** A part of a line between wide gaps; `text` is trimmed. */
export interface Segment {
  readonly text: string;
  readonly start: number;
}

/** Splits a line at runs of at least `gap` spaces. */
export function splitSegments(line: string, gap = 3): readonly Segment[] {
  const whole = line.trim();
  if (!whole.includes(' '.repeat(gap)) && !/[\t\f]/.test(whole)) {
    return whole === '' ? [] : [{ text: whole, start: line.indexOf(whole) }];
  }
  const segments: Segment[] = [];
  let start = -1;
  let spaces = 0;
  let end = 0;
  for (let at = 0; at <= line.length; at += 1) {
    const blank = at === line.length || line[at] === ' ' || line[at] === '\t' || line[at] === '\f';
    if (!blank) {
      if (start >= 0 && spaces >= gap) {
        segments.push({ text: line.slice(start, end), start });
        start = -1;
      }
      if (start < 0) start = at;
      spaces = 0;
      end = at + 1;
    } else {
      spaces += line[at] === '\t' ? gap : 1;
    }
  }
  if (start >= 0) segments.push({ text: line.slice(start, end), start });
  return segments;
}

const CODES = /^(?:B[1-9](?:\([A-G]\))?|1\.[45]?\([A-H]\)|N\/?R|[,;&])+$/;
const MARK_CODES = /^(?:B[1-9](?:\([A-G]\))?|1\.[45]?\([A-H]\)|N\/?R|CIA|PERS|ORG|REL|[,;&/])+$/;

function compact(text: string): string {
  return text.replaceAll(/\s/g, '');
}

/** Whether a segment contains only exemption codes: `B6`, `1.4(D)`, `1. (B)`, `B5,B6`. */
export function isExemptionCode(text: string): boolean {
  return text.length <= 60 && CODES.test(compact(text)) && /[B1N]/.test(text);
}

/**
 * Like `isExemptionCode`, but also allows the agency names that follow a code in a release mark.
 */
export function isReleaseCodes(text: string): boolean {
  return text.length <= 80 && MARK_CODES.test(compact(text));
}
