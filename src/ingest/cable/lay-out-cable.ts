/**
 * Lays out a cable: separates its text from the furniture, and finds where its head and body begin.
 */
import type { Furniture } from '#src/domain/source-document.ts';
import type { SourceLine } from '../text/lines.ts';
import { isBlank, joinLines } from '../text/lines.ts';
import { paragraphStartsWithin, parseParagraphStart } from './body/paragraph-start.ts';
import { findTrailingPage } from './find-trailing-page.ts';
import type { ClassificationLine } from './head/classification-line.ts';
import { isHeadLabel, startsWithLabel } from './head/head-labels.ts';
import { normalisePost } from './reference/normalise-post.ts';
import { type PageHeader, parsePageHeader, withoutPageHeaders } from './remove-page-headers.ts';
import { parseOpeningLine, type RawCable } from './split-cables.ts';

/** The layout of a cable; `lines` are the lines of its text, in order. */
export interface CableLayout {
  readonly lines: readonly SourceLine[];
  /** The head's lines joined with line feeds, without page headers. */
  readonly head: string;
  /** Index in `lines` of the first line of the body. */
  readonly body: number;
  readonly furniture: readonly Furniture[];
  readonly pageHeaders: readonly PageHeader[];
  /** Furniture lines that may contain the publisher's metadata. */
  readonly around: readonly SourceLine[];
}

type Kind = Furniture['kind'];

const HEAD_LINES = 200;
const UNNUMBERED_HEAD_LINES = 60;
const EXPORT_LABEL =
  /^(?:id|date|refid|origin|classification|destination|header): ?|^-{3,} {0,3}header ends|^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:]{5,8}\t/i;

/** Assigns every line of a cable to its text or to one kind of furniture. */
export function layOutCable(section: RawCable): CableLayout {
  const { lines } = section;
  const kinds: (Kind | null)[] = lines.map(() => null);
  const headStart = section.opening?.index ?? section.header?.end ?? 0;
  markExportLines(section, headStart, kinds);
  const pageHeaders = markPageHeaders(section, kinds);
  const bodyStart = findBody(lines, section, headStart, kinds);
  for (let i = bodyStart; i < lines.length; i += 1) {
    if (/^\s*SIPDIS\s*$/i.test(lines[i]?.text ?? '')) kinds[i] ??= 'caption';
  }
  const end = findTrailingPage(lines, bodyStart, isCableLine);
  for (let i = end; i < lines.length; i += 1) kinds[i] = 'web-page';
  const posts = knownPosts(section, pageHeaders);
  const inline: Furniture[] = [];
  const kept: SourceLine[] = [];
  let body: number | null = null;
  for (const [i, line] of lines.entries()) {
    if (kinds[i] !== null) continue;
    if (i >= bodyStart) body ??= kept.length;
    kept.push(
      i < (section.header?.end ?? 0)
        ? line
        : withoutInlineFurniture(line, posts, i >= bodyStart, inline),
    );
  }
  const trimmed = trimBlank(kept);
  const bodyIndex = Math.max(0, (body ?? kept.length) - trimmed.cut);
  const headEnd = paragraphStartsWithin(lines[bodyStart]?.text ?? '').length > 0 ? 1 : 0;
  return {
    lines: trimmed.lines,
    head: kept
      .slice(countKeptBefore(kinds, headStart), (body ?? kept.length) + headEnd)
      .map((line) => line.text.slice(0, 4000))
      .join('\n'),
    body: bodyIndex,
    furniture: [
      ...blocks(section.before, () => 'web-page'),
      ...blocks(lines, (i) => kinds[i] ?? null),
      ...inline,
    ],
    pageHeaders,
    around: [...section.before, ...lines.filter((_, i) => kinds[i] === 'web-page')],
  };
}

/** Marks repeated headers, and an export's row or labels between the header and the text. */
function markExportLines(section: RawCable, headStart: number, kinds: (Kind | null)[]): void {
  const { lines, header, repeated } = section;
  const between = header?.end ?? 0;
  const isWrapped = repeated.some((range) => range.end <= headStart && range.start >= between);
  for (let i = between; i < headStart; i += 1) {
    const line = lines[i];
    if (!line || isBlank(line)) continue;
    if (isWrapped || EXPORT_LABEL.test(line.text.slice(0, 120))) kinds[i] = 'web-page';
  }
  for (const range of repeated) {
    for (let i = range.start; i < range.end; i += 1) kinds[i] = 'duplicate-header';
  }
}

function markPageHeaders(section: RawCable, kinds: (Kind | null)[]): readonly PageHeader[] {
  const found: PageHeader[] = [];
  const from = section.header?.end ?? 0;
  for (let i = from; i < section.lines.length; i += 1) {
    const text = section.lines[i]?.text ?? '';
    const header = parsePageHeader(text);
    if (header) {
      found.push(header);
      kinds[i] ??= 'page-header';
    } else if (section.opening !== null && i > section.opening.index) {
      const head = sectionHead(text);
      if (!head) continue;
      kinds[i] ??= 'page-header';
      if (head.post) found.push({ post: head.post, number: head.number ?? '' });
    }
  }
  return found;
}

/** Reads `C O N F I D E N T I A L SECTION 02 OF 03 …`, which opens a section, not the cable. */
function sectionHead(text: string): ClassificationLine | null {
  if (text.length > 120 || !/ OF [0-9]{1,2}\b/.test(text)) return null;
  const head = parseOpeningLine(text);
  return head !== null && (head.section ?? 0) > 1 ? head : null;
}

/** The line after the block of the last labelled line above the first numbered paragraph. */
function findBody(
  lines: readonly SourceLine[],
  section: RawCable,
  headStart: number,
  kinds: readonly (Kind | null)[],
): number {
  const first = Math.min(lines.length, section.opening ? headStart + 1 : headStart);
  let lastLabel = -1;
  let paragraph = lines.length;
  for (let i = headStart; i < lines.length && i < headStart + HEAD_LINES; i += 1) {
    if (kinds[i] !== null) continue;
    const text = lines[i]?.text ?? '';
    const start = i >= first ? parseParagraphStart(text) : null;
    const isFirst = start !== null && (start.marking !== null || [1, 11].includes(start.number));
    if (isFirst || paragraphStartsWithin(text).length > 0) {
      paragraph = i;
      break;
    }
    const isNear = i < headStart + UNNUMBERED_HEAD_LINES;
    if (isNear && (isHeadLabel(text) || startsWithLabel(text))) lastLabel = i;
  }
  let body = Math.max(first, lastLabel + 1);
  if (lastLabel >= 0) {
    while (body < paragraph && !isGapLine(lines[body])) body += 1;
  }
  return Math.min(body, paragraph);
}

function isGapLine(line: SourceLine | undefined): boolean {
  return line === undefined || isBlank(line);
}

function isCableLine(line: SourceLine): boolean {
  const start = parseParagraphStart(line.text);
  return (start !== null && (start.marking !== null || start.hasSign)) || isHeadLabel(line.text);
}

function knownPosts(section: RawCable, pageHeaders: readonly PageHeader[]): readonly string[] {
  const names = [
    section.opening?.classification.post ?? '',
    section.header?.from ?? '',
    ...pageHeaders.slice(0, 3).map((header) => header.post),
  ];
  return [...new Set(names.map(normalisePost))].filter((post) => post !== '');
}

/** Removes page headers, and a caption left by a page break, from the middle of a line. */
function withoutInlineFurniture(
  line: SourceLine,
  posts: readonly string[],
  isBody: boolean,
  furniture: Furniture[],
): SourceLine {
  const { text, removed } = withoutPageHeaders(line.text, posts);
  for (const header of removed) {
    furniture.push({ kind: 'page-header', text: header, line: line.number });
  }
  if (!isBody || !text.includes('  SIPDIS  ')) return removed.length > 0 ? { ...line, text } : line;
  const parts = text.split('  SIPDIS  ');
  for (let i = 1; i < parts.length; i += 1) {
    furniture.push({ kind: 'caption', text: 'SIPDIS', line: line.number });
  }
  return { ...line, text: parts.join('    ') };
}

function countKeptBefore(kinds: readonly (Kind | null)[], index: number): number {
  return kinds.slice(0, index).filter((kind) => kind === null).length;
}

function trimBlank(lines: readonly SourceLine[]): {
  readonly lines: readonly SourceLine[];
  readonly cut: number;
} {
  let start = 0;
  let end = lines.length;
  while (start < end && isGapLine(lines[start])) start += 1;
  while (end > start && isGapLine(lines[end - 1])) end -= 1;
  return { lines: lines.slice(start, end), cut: start };
}

/** Groups consecutive lines of one kind, trimming the white space around them. */
function blocks(
  lines: readonly SourceLine[],
  kindOf: (index: number) => Kind | null,
): readonly Furniture[] {
  const furniture: Furniture[] = [];
  let run: SourceLine[] = [];
  let runKind: Kind | null = null;
  const close = (): void => {
    const first = run.find((line) => !isBlank(line));
    if (runKind !== null && first) {
      furniture.push({ kind: runKind, text: joinLines(run).trim(), line: first.number });
    }
    run = [];
  };
  for (const [i, line] of lines.entries()) {
    const kind = kindOf(i);
    if (kind !== runKind && !(kind === null && isBlank(line) && runKind === 'web-page')) {
      close();
      runKind = kind;
    }
    if (kind !== null) run.push(line);
  }
  close();
  return furniture;
}
