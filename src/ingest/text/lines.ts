/**
 * Lines that remember where they stood.
 *
 * Readers take a text apart line by line and keep most lines, drop some into furniture and
 * rewrite a few; each must be able to say which line of the input it speaks of.
 */

/** A line of the input: its characters without the line break, the break itself, its number. */
export interface SourceLine {
  readonly text: string;
  /** `\n`, `\r\n`, `\r`, or empty at the end of the input. */
  readonly lineBreak: string;
  /** Line of the input, from 1. */
  readonly number: number;
}

/**
 * Splits a text at `\n`, `\r\n` and lone `\r`. Joining `text + lineBreak` of all lines gives the
 * input back. A form feed is not a line break; an empty input has no lines, and a break at the
 * very end opens no further line.
 */
export function splitLines(input: string): readonly SourceLine[] {
  const lines: SourceLine[] = [];
  const pattern = /\r\n|\n|\r/g;
  let start = 0;
  for (const match of input.matchAll(pattern)) {
    lines.push({
      text: input.slice(start, match.index),
      lineBreak: match[0],
      number: lines.length + 1,
    });
    start = match.index + match[0].length;
  }
  if (start < input.length) {
    lines.push({ text: input.slice(start), lineBreak: '', number: lines.length + 1 });
  }
  return lines;
}

/** The lines as one text again, line breaks included. */
export function joinLines(lines: readonly SourceLine[]): string {
  return lines.map((line) => line.text + line.lineBreak).join('');
}

/** Whether a line has nothing but white space (form feeds included). */
export function isBlank(line: SourceLine): boolean {
  return line.text.trim() === '';
}
