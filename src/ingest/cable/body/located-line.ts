/** A line of a document's final text, with its offset there and its line number in the input. */
export interface LocatedLine {
  readonly text: string;
  /** Line of the input, from 1. */
  readonly number: number;
  /** Offset of its first character in the document's text. */
  readonly start: number;
}

/** Whether a line is empty, or only the full stop that some posts type instead of an empty line. */
export function isGap(line: LocatedLine | undefined): boolean {
  const text = line?.text.trim() ?? '';
  return text === '' || text === '.';
}
