/** Reads the REF lines: references to other messages. */
import type { SourceReference } from '#src/domain/source-document.ts';
import { expandYear } from '../head/date-time-group.ts';
import type { HeadField } from '../head/head-labels.ts';
import { normalisePost } from './normalise-post.ts';

/** The facts about a cable from which the year of its references is inferred. */
export interface ReferenceContext {
  readonly year: number | null;
  readonly post: string | null;
  readonly number: number | null;
}

const MAX_LIST_LINES = 80;
const MAX_ITEM_LENGTH = 300;
const ITEM_LINE = /^\s*[-–]?\s{0,8}(?:¶\s?)?\(?\[?[A-Z][.):\]]/;
const NOT_A_LIST =
  /^\s*(?:¶\s?)?[0-9]{1,2}[.)]|^\s*[-=*_]{4,}|^\s*(?:SIPDIS|Sensitive but|This is an action)/i;

/** Reads every REF field of a head; `reference` is canonical if post, number and year are known. */
export function readRefLines(
  fields: readonly HeadField[],
  context: ReferenceContext,
): readonly SourceReference[] {
  const references: SourceReference[] = [];
  for (const field of fields) {
    if (field.label !== 'references') continue;
    let post: string | null = null;
    for (const item of splitItems(listText(field.text))) {
      for (const piece of splitPieces(item)) {
        const read = readPiece(piece, post, context);
        if (!read) continue;
        post = read.post ?? post;
        references.push({ asWritten: piece, reference: read.reference });
      }
    }
  }
  return references;
}

/** The list as one line; it ends at an empty line unless another item follows. */
function listText(text: string): string {
  const lines = text.split('\n').slice(0, MAX_LIST_LINES);
  const kept: string[] = [];
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '') {
      const next = lines.slice(i + 1, i + 3).find((other) => other.trim() !== '');
      if (kept.length > 0 && !(next !== undefined && ITEM_LINE.test(next))) break;
      continue;
    }
    if (NOT_A_LIST.test(line)) break;
    kept.push(line.slice(0, MAX_ITEM_LENGTH * 4));
  }
  const joined = kept.join(' ').replace(/\s+/g, ' ');
  const end = /(?:\(U\) )?\bClassified\b|\bReasons?:? 1\.|\bSummary[:.]| ¶?1\. {0,2}\(/i.exec(
    joined,
  );
  return (end ? joined.slice(0, end.index) : joined).trim();
}

/** Splits at the letters A, B, C … in sequence, so that "ST. PETERSBURG" is not split. */
function splitItems(list: string): readonly string[] {
  const items: string[] = [];
  let expected = 'A';
  let start = 0;
  for (const match of list.matchAll(
    /(?:^|[\s;,])[-–]? ?¶?[([]?([A-Z])(?:[.)\]:]\)?|(?= - ))[ -]{0,3}/gi,
  )) {
    const letter = (match[1] ?? '').toUpperCase();
    if (letter !== expected && letter !== String.fromCharCode(expected.charCodeAt(0) - 1)) continue;
    items.push(list.slice(start, match.index));
    start = match.index + match[0].length;
    if (letter === expected) expected = String.fromCharCode(expected.charCodeAt(0) + 1);
  }
  items.push(list.slice(start));
  return items.map((item) => item.trim()).filter((item) => item !== '');
}

function splitPieces(item: string): readonly string[] {
  return item
    .slice(0, MAX_ITEM_LENGTH)
    .split(/;|, ?(?=[A-Z0-9])|\bAND\b|&/i)
    .map((piece) => piece.replace(/^[\s,.:-]+|[\s,;]+$/g, '').replace(/^REF:? ?[A-Z]?[.):]? /i, ''))
    .filter(
      (piece) =>
        /[A-Za-z0-9]/.test(piece) && !/^(?:previous|notal|et ?al|all)\b[^0-9]*$/i.test(piece),
    );
}

const CABLE =
  /^(?:\((?:[A-Z/]{1,4})\) )?(?:'?([0-9]{4}|[0-9]{2}) ?)?([A-Z][A-Z .'-]{1,40}?)[ #:]{0,3}([0-9]{1,8})(?: ?[-/(] ?([0-9]{2}|[0-9]{4})\)?)?(?: ?\(?(?:NOTAL|AND PREVIOUS|ET ?AL|EXDIS|NODIS)\)?)?\.?$/i;
const NUMBER_ONLY = /^(?:([0-9]{2}) )?#?([0-9]{2,8})\.?$/;
const NO_POST =
  /^(?:E-?MAIL|TELCON|MEMO|REPORT|PARA|TD|DATED|FAM|SECTION|PART|FAX|LETTER|NOTE|OF|ON|UN|UNSCR|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)$/i;

function readPiece(
  piece: string,
  previousPost: string | null,
  context: ReferenceContext,
): { reference: string | null; post: string | null } | null {
  const cable = CABLE.exec(piece);
  if (cable?.[2] && cable[3]) {
    const words = cable[2].trim().split(/[\s.]+/);
    const post = normalisePost(cable[2]);
    if (post.length >= 2 && !words.some((word) => NO_POST.test(word))) {
      const year = cable[1] ?? cable[4];
      return { reference: canonical(post, cable[3], year, context), post };
    }
  }
  const number = NUMBER_ONLY.exec(piece);
  if (number?.[2] && previousPost) {
    return { reference: canonical(previousPost, number[2], number[1], context), post: null };
  }
  return { reference: null, post: null };
}

/** The canonical reference; one without a year is from the cable's year or the year before. */
function canonical(
  post: string,
  number: string,
  writtenYear: string | undefined,
  context: ReferenceContext,
): string | null {
  const value = Number(number);
  if (value === 0) return null;
  let year = writtenYear === undefined ? context.year : expandYear(writtenYear);
  if (year === null) return null;
  const isAhead = context.post === post && context.number !== null && value > context.number;
  if (writtenYear === undefined && isAhead) year -= 1;
  return `${String(year % 100).padStart(2, '0')}${post}${value}`;
}
