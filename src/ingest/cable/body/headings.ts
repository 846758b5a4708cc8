/** Headings between paragraphs: a line of capitals, or lines underlined with dashes. */
import { isGap, type LocatedLine } from './located-line.ts';

/** A heading as a range of lines, including its rules; `end` is exclusive. */
export interface Heading {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

const MAX_LINE_LENGTH = 120;
const MAX_LINES = 3;
/** A page header removed between heading and paragraph leaves its empty lines. */
const MAX_GAP = 8;

/** A line of dashes, equals signs or underscores. */
export function isRule(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.length >= 3 && trimmed.length <= 400 && /^[-=_~][-=_~ ]+$/.test(trimmed);
}

/**
 * Finds the headings from line `from` on. `isParagraph` is true for a line where a numbered
 * paragraph begins; no heading contains such a line.
 */
export function findHeadings(
  lines: readonly LocatedLine[],
  from: number,
  isParagraph: (index: number) => boolean,
): readonly Heading[] {
  const headings: Heading[] = [];
  for (let i = from; i < lines.length; i += 1) {
    if (isParagraph(i)) continue;
    const heading =
      sharedLine(lines, i) ??
      underlined(lines, i, from, isParagraph) ??
      capitals(lines, i, isParagraph);
    if (!heading) continue;
    headings.push(heading);
    i = Math.max(i, heading.end - 1);
  }
  return headings;
}

/** Reads `Comment -------`: words and rule on one line, below a gap. */
function sharedLine(lines: readonly LocatedLine[], index: number): Heading | null {
  const text = lines[index]?.text.trim() ?? '';
  if (text.length > MAX_LINE_LENGTH * 2 || !text.endsWith('---') || !isBreak(lines[index - 1]))
    return null;
  const words = text.replace(/[-= ]+$/, '').replace(/^[-= ]+/, '');
  if (!/[A-Za-z]{2}/.test(words) || words.length > MAX_LINE_LENGTH) return null;
  return { start: index, end: index + 1, words };
}

/** The lines above a rule, up to the preceding gap. */
function underlined(
  lines: readonly LocatedLine[],
  index: number,
  from: number,
  isParagraph: (index: number) => boolean,
): Heading | null {
  const rule = lines[index + 1];
  if (!rule || !isRule(rule.text) || !isHeadingLine(lines[index])) return null;
  let start = index;
  while (
    start - 1 >= from &&
    index - start < MAX_LINES &&
    isHeadingLine(lines[start - 1]) &&
    !isParagraph(start - 1)
  ) {
    start -= 1;
  }
  const isFree = start - 1 < from || (isBreak(lines[start - 1]) && !isParagraph(start - 1));
  if (!isFree) {
    // The rule directly follows a paragraph: only a line of capitals is a heading.
    if (!isCapitals(lines[index]?.text ?? '')) return null;
    start = index;
  }
  const words = lines
    .slice(start, index + 1)
    .map((line) => line.text.trim())
    .join(' ');
  const above = lines[start - 1];
  const hasOverline = above !== undefined && start - 1 >= from && isRule(above.text);
  return { start: hasOverline ? start - 1 : start, end: index + 2, words };
}

/** A line of capitals below a gap and directly above a paragraph. */
function capitals(
  lines: readonly LocatedLine[],
  index: number,
  isParagraph: (index: number) => boolean,
): Heading | null {
  const text = lines[index]?.text ?? '';
  if (!isHeadingLine(lines[index]) || !isCapitals(text) || !isBreak(lines[index - 1])) return null;
  let next = index + 1;
  while (next < lines.length && next <= index + MAX_GAP && isGap(lines[next])) next += 1;
  if (!isParagraph(next)) return null;
  return { start: index, end: index + 1, words: text.trim() };
}

function isHeadingLine(line: LocatedLine | undefined): boolean {
  if (!line || isGap(line) || line.text.length > MAX_LINE_LENGTH || isRule(line.text)) return false;
  if (/\bREFS?:|\bSUBJECT:|^\s*Classified By/i.test(line.text)) return false;
  return /[A-Za-z]{2}/.test(line.text) && !/^\s*\*{3}/.test(line.text);
}

function isCapitals(text: string): boolean {
  const trimmed = text.trim();
  if (/^\(?END (?:OF )?(?:SUMMARY|COMMENT|NOTE|TEXT|CABLE)/.test(trimmed)) return false;
  return !/[a-z]/.test(trimmed) && /[A-Z].*[A-Z].*[A-Z]/.test(trimmed) && !/[.,;]$/.test(trimmed);
}

function isBreak(line: LocatedLine | undefined): boolean {
  return line === undefined || isGap(line) || isRule(line.text);
}
