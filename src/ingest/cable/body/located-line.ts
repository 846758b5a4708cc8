/** A line of a document's final text, with where it stands there and where it stood before. */
export interface LocatedLine {
  readonly text: string;
  /** Line of the input, from 1. */
  readonly number: number;
  /** Offset of its first character in the document's text. */
  readonly start: number;
}

/** Empty, or the lone full stop that some posts type in place of an empty line. */
export function isGap(line: LocatedLine | undefined): boolean {
  const text = line?.text.trim() ?? '';
  return text === '' || text === '.';
}
