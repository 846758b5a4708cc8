/**
 * The note that a reviewer adds to a page that stays classified, often wrapped into the margin:
 * `Classified by DAS, A/GIS, DoS on 11/30/2015 — Class: CONFIDENTIAL — Reason: 1.4(B) — Declassify
 * on: 08/19/2025`. The reviewer's form for it names an office, unlike a cable's `Classified By:`.
 */
const START = /^Classified by [A-Z][A-Z/]{1,9}, [A-Z]/;
const PIECE =
  /^[-—–•]? ?(?:Class\b|CONFIDENTIAL|SECRET|TOP SECRET|Reason|1\.4|Declassify|on:|DoS|on \d)/;
const FINISHED = /Declassify {1,3}on:? {1,3}\S+$/;
const REACH = 4;

/** The words of the note read so far, and the line of the last of them. */
export interface DeclassificationNote {
  readonly words: string;
  readonly line: number;
}

/** Begins the note at a segment, or null. */
export function startDeclassificationNote(
  segment: string,
  line: number,
): DeclassificationNote | null {
  return START.test(segment) ? { words: segment, line } : null;
}

/** Adds a wrapped piece; null when the note is complete or the segment is no part of it. */
export function continueDeclassificationNote(
  block: DeclassificationNote,
  segment: string,
  line: number,
): DeclassificationNote | null {
  if (line - block.line > REACH || FINISHED.test(block.words) || !PIECE.test(segment)) return null;
  return { words: `${block.words} ${segment}`.slice(-400), line };
}
