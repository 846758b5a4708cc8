import type { SourcePassage } from '#src/domain/source-document.ts';

const NUMBER = /^\s{0,40}(\d{1,3})\. {0,8}(?=\S)/;
/** A paragraph number that is not preceded by a blank line must be indented. */
const INDENTED_NUMBER = /^\s{3,40}\d{1,3}\. {0,8}\S/;
const MARKING = /^\((C|S|U|SBU|TS|[CS]\/{1,2}[A-Z/]{2,12}|SBU\/{1,2}[A-Z/]{2,12})\)/i;
/** In a block of at least this many lines, a full stop on a short line ends a paragraph. */
const MIN_LONG_BLOCK_LINES = 6;
/** A line is short below this share of the width of its block. */
const SHORT_LINE = 0.8;
const SENTENCE_END = /[.!?]["'”’)\]]{0,2}$/;
/**
 * Maximum paragraph number; larger numbers at the start of a line are years, prices and similar.
 */
const MAX_NUMBER = 199;

function passageAt(text: string, start: number, end: number): SourcePassage {
  const paragraph = text.slice(start, Math.min(end, start + 120));
  const number = NUMBER.exec(paragraph);
  const value = number === null ? null : Number(number[1]);
  const counted = value !== null && value <= MAX_NUMBER ? value : null;
  const rest = counted === null ? paragraph : paragraph.slice(number?.[0].length ?? 0);
  const marking = MARKING.exec(rest.trimStart())?.[1]?.toUpperCase() ?? null;
  const indent = paragraph.length - paragraph.trimStart().length;
  return { number: counted, heading: null, marking, start: start + indent, end };
}

/** Splits a block without blank lines where a sentence ends well before the margin. */
function splitBlock(text: string, start: number, end: number): readonly SourcePassage[] {
  const lines = text.slice(start, end).split('\n');
  if (lines.length < MIN_LONG_BLOCK_LINES) return [passageAt(text, start, end)];
  const width = lines.reduce((widest, line) => Math.max(widest, line.length), 0);
  const passages: SourcePassage[] = [];
  let from = start;
  let to = start;
  for (const [index, line] of lines.entries()) {
    const lineEnd = to + line.length;
    const last = index === lines.length - 1;
    if (last || (line.length < width * SHORT_LINE && SENTENCE_END.test(line.slice(-4)))) {
      passages.push(passageAt(text, from, lineEnd));
      from = lineEnd + 1;
    }
    to = lineEnd + 1;
  }
  return passages;
}

/** The paragraphs between two offsets of a text, separated by blank lines or an indented number. */
export function findParagraphs(text: string, from: number, to: number): readonly SourcePassage[] {
  const passages: SourcePassage[] = [];
  let start = -1;
  let end = from;
  const close = (): void => {
    if (start >= 0) for (const passage of splitBlock(text, start, end)) passages.push(passage);
    start = -1;
  };
  let at = from;
  while (at < to) {
    const newline = text.indexOf('\n', at);
    const lineEnd = newline < 0 || newline > to ? to : newline;
    const line = text.slice(at, lineEnd);
    const filled = line.trimEnd().length;
    if (filled === 0 || INDENTED_NUMBER.test(line)) close();
    if (filled > 0) {
      if (start < 0) start = at;
      end = at + filled;
    }
    at = lineEnd + 1;
  }
  close();
  return passages;
}
