/**
 * The note that a reviewer adds to a page that remains classified, often wrapped into the margin:
 * `Classified by DAS, A/GIS, DoS on 11/30/2015 — Class: CONFIDENTIAL — Reason: 1.4(B) — Declassify
 * on: 08/19/2025`. It names an office, unlike a cable's `Classified By:`.
 */
const START = /^Classified by [A-Z][A-Z/]{1,9}, [A-Z]/;
const PIECE =
  /^[-—–•]? ?(?:Class\b|CONFIDENTIAL|SECRET|TOP SECRET|Reason|1\.4|Declassify|on:|DoS|on \d)/;
const FINISHED = /Declassify {1,3}on:? {1,3}\S+$/;
const MAX_DISTANCE = 4;

/** The words of the note as read so far, and the line of the last word. */
export interface DeclassificationNote {
  readonly words: string;
  readonly line: number;
}

/** Starts the note at a segment; otherwise null. */
export function startDeclassificationNote(
  segment: string,
  line: number,
): DeclassificationNote | null {
  return START.test(segment) ? { words: segment, line } : null;
}

/** Adds a wrapped piece; null if the note is complete or the segment is not part of it. */
export function continueDeclassificationNote(
  block: DeclassificationNote,
  segment: string,
  line: number,
): DeclassificationNote | null {
  if (line - block.line > MAX_DISTANCE || FINISHED.test(block.words) || !PIECE.test(segment))
    return null;
  return { words: `${block.words} ${segment}`.slice(-400), line };
}
