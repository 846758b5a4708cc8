/** The passages of a cable: its numbered paragraphs, or the blocks of an unnumbered text. */
import type { ReadWarning, SourcePassage } from '#src/domain/source-document.ts';
import { headingAtLineEnd } from './heading-at-line-end.ts';
import { findHeadings, type Heading, isRule } from './headings.ts';
import { isGap, type LocatedLine } from './located-line.ts';
import {
  type NumberedParagraph,
  numberParagraphs,
  type ParagraphCandidate,
} from './paragraph-numbers.ts';
import { paragraphStartsWithin, parseMarking, parseParagraphStart } from './paragraph-start.ts';
import { isSignature } from './signature.ts';

/** What posts add below their last paragraph: a row of asterisks, the address of their web site. */
const POSTSCRIPT = /^\s*(?:\*{5}|Visit .{2,60} (?:Classified )?Web ?site)/i;

/** The start of a paragraph or heading, which also ends the passage before it. */
interface Mark {
  readonly index: number;
  readonly at: number;
  readonly paragraph: NumberedParagraph | null;
  readonly heading: Heading | null;
}

/**
 * Reads the passages of the lines from `from` on. `links` contains the numbers of the input lines
 * whose paragraph sign was converted to a link.
 */
export function readPassages(
  lines: readonly LocatedLine[],
  from: number,
  links: ReadonlySet<number>,
): { readonly passages: readonly SourcePassage[]; readonly warnings: readonly ReadWarning[] } {
  const end = bodyEnd(lines, from);
  const { paragraphs, warnings } = numberParagraphs(findCandidates(lines, from, end, links));
  const starts = new Set(paragraphs.filter((one) => !one.isWithin).map((one) => one.index));
  const headings = findHeadings(lines.slice(0, end), from, (index) => starts.has(index));
  const isNumbered = paragraphs.length > 0;
  const marks: Mark[] = [
    ...paragraphs.map((paragraph) => ({
      index: paragraph.index,
      at: paragraph.at,
      paragraph,
      heading: null,
    })),
    ...headings.map((heading) => ({ index: heading.start, at: 0, paragraph: null, heading })),
  ];
  marks.sort((a, b) => a.index - b.index || a.at - b.at);
  const passages: SourcePassage[] = isNumbered
    ? []
    : [...blocks(lines, from, marks[0]?.index ?? end, null)];
  let currentHeading: string | null = null;
  for (const [i, mark] of marks.entries()) {
    const next = marks[i + 1];
    const stop = next ? { index: next.index, at: next.at } : { index: end, at: 0 };
    if (mark.paragraph) {
      const { passage, heading } = toPassage(lines, mark.paragraph, stop, currentHeading);
      passages.push(passage);
      currentHeading = heading ?? currentHeading;
    } else if (mark.heading) {
      currentHeading = mark.heading.words;
      const found = blocks(lines, mark.heading.end, stop.index, currentHeading);
      for (const block of isNumbered ? mergePassages(found) : found) passages.push(block);
    }
  }
  return { passages, warnings };
}

function findCandidates(
  lines: readonly LocatedLine[],
  from: number,
  end: number,
  links: ReadonlySet<number>,
): readonly ParagraphCandidate[] {
  const candidates: ParagraphCandidate[] = [];
  for (let i = from; i < end; i += 1) {
    const line = lines[i];
    if (!line) continue;
    const before = lines[i - 1];
    const afterGap = before === undefined || isGap(before) || isRule(before.text) || i === from;
    const shared = { index: i, line: line.number };
    const start = parseParagraphStart(line.text);
    if (start) {
      const marking = start.isAlone ? markingBelow(lines, i) : start.marking;
      const wasLink = links.has(line.number);
      candidates.push({ ...start, ...shared, marking, afterGap, isWithin: false, wasLink });
    }
    for (const within of paragraphStartsWithin(line.text)) {
      if (start && within.at <= start.at + 8) continue;
      candidates.push({ ...within, ...shared, afterGap: false, isWithin: true, wasLink: false });
    }
  }
  return candidates;
}

/** The portion mark on the line below a number that is alone on its line. */
function markingBelow(lines: readonly LocatedLine[], index: number): string | null {
  const next = lines.slice(index + 1, index + 4).find((line) => !isGap(line));
  return next ? parseMarking(next.text) : null;
}

function toPassage(
  lines: readonly LocatedLine[],
  paragraph: NumberedParagraph,
  stop: { readonly index: number; readonly at: number },
  heading: string | null,
): { passage: SourcePassage; heading: string | null } {
  const first = lines[paragraph.index];
  const start = (first?.start ?? 0) + paragraph.at;
  let last = stop.at > 0 ? stop.index : stop.index - 1;
  for (let i = paragraph.index + 1; i <= last; i += 1) {
    if (POSTSCRIPT.test(lines[i]?.text ?? '')) last = i - 1;
  }
  while (last > paragraph.index && !hasWords(lines, last, stop)) last -= 1;
  const line = lines[last];
  let text = line?.text ?? '';
  if (stop.at > 0 && last === stop.index) text = text.slice(0, stop.at);
  const tail = headingAtLineEnd(text);
  if (tail) text = text.slice(0, tail.at);
  const end = Math.max(start + 1, (line?.start ?? 0) + text.trimEnd().length);
  const { number, marking } = paragraph;
  return { passage: { number, heading, marking, start, end }, heading: tail?.words ?? null };
}

function hasWords(
  lines: readonly LocatedLine[],
  index: number,
  stop: { readonly index: number; readonly at: number },
): boolean {
  const line = lines[index];
  if (!line || isGap(line) || isRule(line.text)) return false;
  return !(index === stop.index && line.text.slice(0, stop.at).trim() === '');
}

/** Returns one passage for each run of lines between gaps. */
function blocks(
  lines: readonly LocatedLine[],
  from: number,
  end: number,
  heading: string | null,
): readonly SourcePassage[] {
  const found: SourcePassage[] = [];
  let first: LocatedLine | null = null;
  for (let i = from; i <= end; i += 1) {
    const line = i < end ? lines[i] : undefined;
    const isOutside = line === undefined || isGap(line) || isRule(line.text);
    if (!isOutside) {
      first ??= line;
      continue;
    }
    const last = lines[i - 1];
    if (first && last) {
      const start = first.start + first.text.length - first.text.trimStart().length;
      const stop = last.start + last.text.trimEnd().length;
      found.push({ number: null, heading, marking: parseMarking(first.text), start, end: stop });
    }
    first = null;
  }
  return found;
}

/** Merges the unnumbered blocks under a heading of a numbered text into one passage. */
function mergePassages(found: readonly SourcePassage[]): readonly SourcePassage[] {
  const first = found[0];
  const last = found.at(-1);
  return first && last ? [{ ...first, end: last.end }] : [];
}

/** The line after the last line of the body, which excludes the signature and what follows it. */
function bodyEnd(lines: readonly LocatedLine[], from: number): number {
  let end = lines.length;
  while (end > from && isGap(lines[end - 1])) end -= 1;
  for (let taken = 0; taken < 3 && end - 1 > from && isSignature(lines, end - 1); taken += 1) {
    end -= 1;
    while (end > from && isGap(lines[end - 1])) end -= 1;
  }
  return end;
}
