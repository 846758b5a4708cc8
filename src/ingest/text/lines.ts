/**
 * Lines with their line numbers in the input.
 *
 * Readers process a text line by line: they keep most lines, move some to the furniture and rewrite
 * a few. Line numbers let them refer to the input.
 */

/** A line of the input: its text without the line break, the line break, and its number. */
export interface SourceLine {
  readonly text: string;
  /** `\n`, `\r\n`, `\r`, or empty at the end of the input. */
  readonly lineBreak: string;
  /** Line of the input, from 1. */
  readonly number: number;
}

/**
 * Splits a text at `\n`, `\r\n` and lone `\r`. Joining `text + lineBreak` of all lines restores the
 * input. A form feed is not a line break; an empty input has no lines, and a line break at the end
 * does not start another line.
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

/** Joins lines into a text, including their line breaks. */
export function joinLines(lines: readonly SourceLine[]): string {
  return lines.map((line) => line.text + line.lineBreak).join('');
}

/** Whether a line contains only white space, including form feeds. */
export function isBlank(line: SourceLine): boolean {
  return line.text.trim() === '';
}
