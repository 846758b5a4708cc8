/**
 * Finds the cables in a file: where each begins and ends, which of its lines repeat its header,
 * and what stands before it. A file may hold a cable inside a saved page, a cable whose export
 * row repeats its header, or two cables that have nothing to do with each other.
 */
import type { SourceLine } from '../text/lines.ts';
import { isBlank } from '../text/lines.ts';
import { type ClassificationLine, parseClassificationLine } from './head/classification-line.ts';
import { isHeadLabel } from './head/head-labels.ts';
import {
  fillFromCopy,
  identifiesMessage,
  joinFragments,
  parseTransmissionHeader,
  startsHeader,
  type TransmissionHeader,
} from './head/transmission-header.ts';
import { normalisePost, samePost } from './reference/normalise-post.ts';

/** One cable as a run of lines; all indexes count from the first of `lines`. */
export interface RawCable {
  /** What stands before the cable and belongs to no other: a page, an export's labels. */
  readonly before: readonly SourceLine[];
  readonly lines: readonly SourceLine[];
  readonly header: TransmissionHeader | null;
  readonly opening: { readonly index: number; readonly classification: ClassificationLine } | null;
  /** Further headers of the same message, `end` exclusive. */
  readonly repeated: readonly { readonly start: number; readonly end: number }[];
  /** Headers of other messages, which stay in the text: they are quoted. */
  readonly quotedHeaderLines: readonly number[];
}

interface Draft {
  start: number;
  header: TransmissionHeader | null;
  opening: { index: number; classification: ClassificationLine } | null;
  repeated: { start: number; end: number }[];
  quotedHeaderLines: number[];
}

/** How far below its opening line a cable's `E.O.`, `TAGS` or `SUBJECT` may stand. */
const HEAD_REACH = 60;
/** A publisher's table stands this close above the cable. */
const TABLE_REACH = 15;
const METADATA =
  /^(?:id|date|refid|reference id|identifier|created|released|origin|classification|destination|header)\b.{0,3}|^-{3,} {0,3}header ends|\t|^[0-9]{2}[A-Z]{3,30}[0-9]+\b|^this record is a partial extract/i;

/** Splits the lines of a file into its cables; at least one, even if nothing looks like one. */
export function splitCables(lines: readonly SourceLine[]): readonly RawCable[] {
  const drafts = findCables(lines);
  if (drafts.length === 0) drafts.push(newDraft(0, null, null));
  return drafts.map((draft, i) => {
    const from = i === 0 ? 0 : metadataAbove(lines, draft.start, drafts[i - 1]?.start ?? 0);
    const next = drafts[i + 1];
    const end = next ? metadataAbove(lines, next.start, draft.start) : lines.length;
    return toSection(lines, draft, from, end);
  });
}

/** A line that opens a cable's text, told from prose that begins with the word "Secret". */
export function parseOpeningLine(text: string): ClassificationLine | null {
  // Nearly every line of a long file ends here.
  if (!/^\s{0,80}[CFLSTU]/i.test(text)) return null;
  const classification = parseClassificationLine(text);
  if (!classification) return null;
  const named = classification.number ?? classification.post ?? '';
  const head = text.slice(0, Math.max(0, text.toUpperCase().lastIndexOf(named, 200)) || 60);
  const isSpaced = /^\s*[A-Z] ?[A-Za-z] [A-Za-z] /.test(text);
  return isSpaced || !/[a-z]{2}/.test(head) ? classification : null;
}

function findCables(lines: readonly SourceLine[]): Draft[] {
  const nextLabel = labelPositions(lines);
  const hasHead = (index: number): boolean =>
    (nextLabel[index] ?? Number.POSITIVE_INFINITY) - index <= HEAD_REACH;
  const headers = findHeaders(lines);
  const drafts: Draft[] = [];
  let current: Draft | null = null;
  let headerIndex = 0;
  for (let i = 0; i < lines.length; i += 1) {
    const header: TransmissionHeader | undefined = headers[headerIndex];
    if (header && header.start === i) {
      headerIndex += 1;
      const isOther = current === null || !isSameMessage(current, header);
      const isUntouched = current !== null && (nextLabel[current.start] ?? 0) > i;
      const joined = isUntouched && current?.header ? joinFragments(current.header, header) : null;
      const isWhole =
        header.from !== null || (header.serial !== null && header.dateTimeGroup !== null);
      if (current && joined) {
        current.header = joined;
      } else if (current === null || (isOther && !isUntouched && isWhole && hasHead(header.end))) {
        current = newDraft(i, header, null);
        drafts.push(current);
      } else if (current && isOther && !isUntouched) {
        current.quotedHeaderLines.push(lines[i]?.number ?? 0);
      } else if (current) {
        current.repeated.push({ start: header.start, end: header.end });
        current.header = current.header ? fillFromCopy(current.header, header) : header;
      }
      i = header.end - 1;
      continue;
    }
    const classification: ClassificationLine | null = parseOpeningLine(lines[i]?.text ?? '');
    if (
      !classification ||
      !(classification.number !== null || classification.section !== null || hasHead(i))
    )
      continue;
    const labelled =
      hasHead(i) && (nextLabel[i] ?? 0) < (headers[headerIndex]?.start ?? lines.length);
    if (current === null) {
      // A page's own table may say "CONFIDENTIAL" above the cable that it describes.
      const isBare = classification.number === null && classification.section === null;
      const nextHeader = headers[headerIndex]?.start ?? Number.POSITIVE_INFINITY;
      if (!labelled || (isBare && (nextHeader - i <= HEAD_REACH || describesCableBelow(lines, i))))
        continue;
      current = newDraft(i, null, { index: i, classification });
      drafts.push(current);
    } else if (current.opening === null) {
      if (i - (current.header?.end ?? current.start) <= HEAD_REACH * 3)
        current.opening = { index: i, classification };
    } else if (labelled && isOtherCable(current.opening.classification, classification)) {
      current = newDraft(i, null, { index: i, classification });
      drafts.push(current);
    }
  }
  return drafts;
}

/** Whether a line with number or section follows soon, which opens the cable that a table describes. */
function describesCableBelow(lines: readonly SourceLine[], index: number): boolean {
  return lines.slice(index + 1, index + 1 + TABLE_REACH).some((line) => {
    const classification = parseOpeningLine(line.text);
    return (
      classification !== null && (classification.number !== null || classification.section !== null)
    );
  });
}

function newDraft(
  start: number,
  header: TransmissionHeader | null,
  opening: Draft['opening'],
): Draft {
  return { start, header, opening, repeated: [], quotedHeaderLines: [] };
}

function findHeaders(lines: readonly SourceLine[]): readonly TransmissionHeader[] {
  const headers: TransmissionHeader[] = [];
  let i = 0;
  while (i < lines.length) {
    const header = startsHeader(lines, i) ? parseTransmissionHeader(lines, i) : null;
    if (header && identifiesMessage(header)) headers.push(header);
    i = header ? Math.max(header.end, i + 1) : i + 1;
  }
  return headers;
}

/** For each line, the index of the first `E.O.`, `TAGS` or `SUBJECT` line at or after it. */
function labelPositions(lines: readonly SourceLine[]): readonly number[] {
  const positions: number[] = Array.from({ length: lines.length });
  let next = Number.POSITIVE_INFINITY;
  for (let i = lines.length - 1; i >= 0; i -= 1) {
    if (isHeadLabel(lines[i]?.text ?? '')) next = i;
    positions[i] = next;
  }
  return positions;
}

function isSameMessage(current: Draft, other: TransmissionHeader): boolean {
  const first = current.header;
  if (first === null) {
    const number = current.opening?.classification.number ?? '';
    return number !== '' && other.serial !== null && number.endsWith(other.serial);
  }
  const sameSender =
    first.from === null ||
    other.from === null ||
    normalisePost(first.from) === normalisePost(other.from);
  if (first.serial !== null && other.serial !== null) {
    return sameSender && Number(first.serial) === Number(other.serial);
  }
  return sameSender && momentOf(first) === momentOf(other);
}

function momentOf({ dateTimeGroup: group }: TransmissionHeader): string | null {
  return group && [group.year, group.month, group.day, group.hour, group.minute].join(' ');
}

function isOtherCable(first: ClassificationLine, other: ClassificationLine): boolean {
  if (other.number === null || (other.section !== null && other.section > 1)) return false;
  if (first.number === null) return false;
  const sameNumber = Number(first.number) === Number(other.number);
  return !(
    sameNumber && samePost(normalisePost(first.post ?? ''), normalisePost(other.post ?? ''))
  );
}

/** The lines right above a cable that describe it rather than end the one before. */
function metadataAbove(lines: readonly SourceLine[], start: number, floor: number): number {
  let from = start;
  for (let i = start - 1; i > floor && start - i < 30; i -= 1) {
    const line = lines[i];
    if (!line || isBlank(line)) continue;
    if (!METADATA.test(line.text.slice(0, 200))) break;
    from = i;
  }
  return from;
}

function toSection(
  lines: readonly SourceLine[],
  draft: Draft,
  from: number,
  end: number,
): RawCable {
  const { start, header, opening } = draft;
  const repeated = [...draft.repeated];
  return {
    before: lines.slice(from, start),
    lines: lines.slice(start, end),
    header: header && { ...header, start: header.start - start, end: header.end - start },
    opening: opening && { index: opening.index - start, classification: opening.classification },
    repeated: repeated.map((range) => ({ start: range.start - start, end: range.end - start })),
    quotedHeaderLines: draft.quotedHeaderLines,
  };
}
