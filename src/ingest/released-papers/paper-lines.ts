import type { PaperLine } from './pages/remove-page-stamps.ts';

/** A text joined from lines, and the offset of each line in it. */
export interface JoinedText {
  readonly text: string;
  /** Offset of each line, in order; a blank line has the offset at which the previous line ends. */
  readonly offsets: readonly number[];
}

/** Joins lines into a text; runs of blank lines become one, without blank lines at either end. */
export function joinPaperLines(lines: readonly PaperLine[]): JoinedText {
  const parts: string[] = [];
  const offsets: number[] = [];
  let length = 0;
  let blank = false;
  for (const line of lines) {
    if (line.text === '') {
      blank = true;
      offsets.push(length);
      continue;
    }
    if (parts.length > 0) {
      parts.push(blank ? '\n\n' : '\n');
      length += blank ? 2 : 1;
    }
    offsets.push(length);
    parts.push(line.text);
    length += line.text.length;
    blank = false;
  }
  return { text: parts.join(''), offsets };
}
