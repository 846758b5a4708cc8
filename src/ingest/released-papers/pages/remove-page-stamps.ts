import type { Furniture } from '#src/domain/source-document.ts';
import { isBlank, type SourceLine } from '../../text/lines.ts';
import { isClassificationBanner } from './classification-banner.ts';
import {
  continueDeclassificationNote,
  type DeclassificationNote,
  startDeclassificationNote,
} from './declassification-note.ts';
import { isExemptionCode, type Segment, splitSegments } from './exemption-codes.ts';
import { type PageStamp, readPageStamp } from './page-stamp.ts';
import { isKeyStampPart, isOtherBanner, isWeakStampPart } from './page-stamp-parts.ts';
import { continueReleaseMark, type ReleaseMark, startReleaseMark } from './release-mark.ts';

/** A line of the message, without margin and stamps. */
export interface PaperLine {
  readonly text: string;
  /** Line of the input, from 1. */
  readonly number: number;
  /** A new page begins between the previous line and this one. */
  readonly opensPage: boolean;
}

/**
 * The lines of the message, and the page stamps, release marks and other furniture removed from
 * them.
 */
export interface UnstampedPaper {
  readonly lines: readonly PaperLine[];
  readonly furniture: readonly Furniture[];
  readonly stamps: readonly { readonly stamp: PageStamp; readonly line: number }[];
  readonly releaseMarks: readonly ReleaseMark[];
}

/** An incomplete release mark (`RELEASE` alone) is accepted only up to this line. */
const TOP_LINES = 25;
/** Maximum distance between the parts of a broken stamp, in lines. */
const MAX_STAMP_GAP = 4;
/** Longer segments are prose and are not searched for marks. */
const MAX_MARK_LENGTH = 200;
/** Longer lines are not page lines and are kept unchanged. */
const MAX_LINE_LENGTH = 2000;

function linesNearStampParts(lines: readonly SourceLine[]): ReadonlySet<number> {
  const near = new Set<number>();
  for (const line of lines) {
    if (!line.text.includes('Case No') && !line.text.includes('Doc No')) continue;
    if (line.text.length > MAX_LINE_LENGTH) continue;
    if (!splitSegments(line.text, 2).some((segment) => isKeyStampPart(segment.text))) continue;
    for (let at = -MAX_STAMP_GAP; at <= MAX_STAMP_GAP; at += 1) near.add(line.number + at);
  }
  return near;
}

/** Removes everything from the lines that belongs to the page and not to the message. */
export function removePageStamps(lines: readonly SourceLine[]): UnstampedPaper {
  const kept: PaperLine[] = [];
  const furniture: Furniture[] = [];
  const stamps: { stamp: PageStamp; line: number }[] = [];
  const releaseMarks: ReleaseMark[] = [];
  const nearStamp = linesNearStampParts(lines);
  let block: DeclassificationNote | null = null;
  let mark: ReleaseMark | null = null;
  let opensPage = false;

  function kindOf(segment: Segment, line: number): Furniture['kind'] | null {
    const { text } = segment;
    if (text.length > MAX_MARK_LENGTH) return null;
    if (isOtherBanner(text)) return 'page-stamp';
    if (nearStamp.has(line) && (isKeyStampPart(text) || isWeakStampPart(text))) {
      const stamp = readPageStamp(
        /^[A-Z ]+$/.test(text) ? `${text} U.S. Department of State` : text,
        1,
      );
      if (stamp !== null) stamps.push({ stamp, line });
      return 'page-stamp';
    }
    const nextBlock: DeclassificationNote | null =
      startDeclassificationNote(text, line) ??
      (block === null ? null : continueDeclassificationNote(block, text, line));
    if (nextBlock !== null) {
      block = nextBlock;
      return 'caption';
    }
    const continued: ReleaseMark | null =
      mark === null ? null : continueReleaseMark(mark, text, line);
    if (continued !== null) {
      releaseMarks.pop();
      mark = continued;
      releaseMarks.push(continued);
      return 'release-mark';
    }
    const started = startReleaseMark(text, line);
    if (started !== null && (line <= TOP_LINES || / IN /.test(started.words))) {
      mark = started;
      releaseMarks.push(started);
      return 'release-mark';
    }
    return isExemptionCode(text) ? 'exemption-code' : null;
  }

  function keep(text: string, number: number): void {
    kept.push({ text: text.trimEnd(), number, opensPage });
    if (text.trim() !== '') opensPage = false;
  }

  function takeSegments(text: string, number: number): void {
    if (text.length > MAX_LINE_LENGTH) {
      keep(text, number);
      return;
    }
    let left = text;
    for (const segment of splitSegments(text, nearStamp.has(number) ? 2 : 3)) {
      const kind = kindOf(segment, number);
      if (kind === null) continue;
      furniture.push({ kind, text: segment.text, line: number });
      if (kind === 'page-stamp') opensPage = true;
      const end = segment.start + segment.text.length;
      // Padding keeps the remaining text in its column.
      left = left.slice(0, segment.start) + ' '.repeat(segment.text.length) + left.slice(end);
    }
    if (left.trim() === '') return;
    if (isClassificationBanner(left))
      furniture.push({ kind: 'caption', text: left.trim(), line: number });
    else keep(left, number);
  }

  for (const line of lines) {
    if (line.text.includes('\f')) {
      opensPage = true;
      furniture.push({ kind: 'page-header', text: '\f', line: line.number });
    }
    const text = line.text.replaceAll('\f', ' ');
    if (isBlank(line)) {
      keep('', line.number);
      continue;
    }
    const stamp = readPageStamp(text);
    if (stamp === null) {
      takeSegments(text, line.number);
      continue;
    }
    opensPage = true;
    stamps.push({ stamp, line: line.number });
    furniture.push({
      kind: 'page-stamp',
      text: text.slice(stamp.start, stamp.end),
      line: line.number,
    });
    const left = `${text.slice(0, stamp.start)}   ${text.slice(stamp.end)}`;
    if (left.trim() !== '') takeSegments(left, line.number);
  }
  return { lines: kept, furniture, stamps, releaseMarks };
}
