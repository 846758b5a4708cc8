/**
 * Finds the cables in a file: where each begins and ends, which of its lines repeat its header,
 * and what precedes it. A file may contain a cable inside a saved page, a cable whose export row
 * repeats its header, or several unrelated cables.
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

/** One cable as a range of lines; all indexes are relative to the first of `lines`. */
export interface RawCable {
  /** Lines before the cable that belong to no other cable: a page, an export's labels. */
  readonly before: readonly SourceLine[];
  readonly lines: readonly SourceLine[];
  readonly header: TransmissionHeader | null;
  readonly opening: { readonly index: number; readonly classification: ClassificationLine } | null;
  /** Further headers of the same message, `end` exclusive. */
  readonly repeated: readonly { readonly start: number; readonly end: number }[];
  /** Line numbers of headers of other messages, which are quoted and stay in the text. */
  readonly quotedHeaderLines: readonly number[];
}

interface Draft {
  start: number;
  header: TransmissionHeader | null;
  opening: { index: number; classification: ClassificationLine } | null;
  repeated: { start: number; end: number }[];
  quotedHeaderLines: number[];
}

/** Maximum distance from a cable's opening line to its `E.O.`, `TAGS` or `SUBJECT`, in lines. */
const MAX_HEAD_DISTANCE = 60;
/** Maximum distance from a publisher's table to the cable below it, in lines. */
const MAX_TABLE_DISTANCE = 15;
const METADATA =
  /^(?:id|date|refid|reference id|identifier|created|released|origin|classification|destination|header)\b.{0,3}|^-{3,} {0,3}header ends|\t|^[0-9]{2}[A-Z]{3,30}[0-9]+\b|^this record is a partial extract/i;

/** Splits the lines of a file into cables; returns at least one, even if none is recognised. */
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

/** Reads the line that opens a cable's text; null for prose that begins with the word "Secret". */
export function parseOpeningLine(text: string): ClassificationLine | null {
  // Fast path: nearly every line of a long file is rejected here.
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
    (nextLabel[index] ?? Number.POSITIVE_INFINITY) - index <= MAX_HEAD_DISTANCE;
  const headers = findHeaders(lines);
  const drafts: Draft[] = [];
  let current: Draft | null = null;
  let headerIndex = 0;
  for (let i = 0; i < lines.length; i += 1) {
    const header: TransmissionHeader | undefined = headers[headerIndex];
    if (header && header.start === i) {
      headerIndex += 1;
      const isOther = current === null || !isSameMessage(current, header);
      const isBeforeHead = current !== null && (nextLabel[current.start] ?? 0) > i;
      const joined = isBeforeHead && current?.header ? joinFragments(current.header, header) : null;
      const isComplete =
        header.from !== null || (header.serial !== null && header.dateTimeGroup !== null);
      if (current && joined) {
        current.header = joined;
      } else if (
        current === null ||
        (isOther && !isBeforeHead && isComplete && hasHead(header.end))
      ) {
        current = newDraft(i, header, null);
        drafts.push(current);
      } else if (current && isOther && !isBeforeHead) {
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
      // A page's table may show "CONFIDENTIAL" above the cable that it describes.
      const isBare = classification.number === null && classification.section === null;
      const nextHeader = headers[headerIndex]?.start ?? Number.POSITIVE_INFINITY;
      if (
        !labelled ||
        (isBare && (nextHeader - i <= MAX_HEAD_DISTANCE || describesCableBelow(lines, i)))
      )
        continue;
      current = newDraft(i, null, { index: i, classification });
      drafts.push(current);
    } else if (current.opening === null) {
      if (i - (current.header?.end ?? current.start) <= MAX_HEAD_DISTANCE * 3)
        current.opening = { index: i, classification };
    } else if (labelled && isOtherCable(current.opening.classification, classification)) {
      current = newDraft(i, null, { index: i, classification });
      drafts.push(current);
    }
  }
  return drafts;
}

/**
 * Whether an opening line with a number or section follows shortly, so that this line is a table's.
 */
function describesCableBelow(lines: readonly SourceLine[], index: number): boolean {
  return lines.slice(index + 1, index + 1 + MAX_TABLE_DISTANCE).some((line) => {
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

/** For each line, the index of the next `E.O.`, `TAGS` or `SUBJECT` line at or after it. */
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
  return sameSender && timeOf(first) === timeOf(other);
}

function timeOf({ dateTimeGroup: group }: TransmissionHeader): string | null {
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

/**
 * The first of the lines directly above a cable that describe it and are not part of the previous
 * one.
 */
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
