import { isHeadlineBlock, isOutletLine, readDateLine } from '../../news/article-lines.ts';
import { type Byline, readByline } from '../../news/byline.ts';
import { type Dateline, readDateline } from '../../news/dateline.ts';
import type { PaperLine } from '../pages/remove-page-stamps.ts';
import { blockAbove } from './block-above.ts';

/** The byline or dateline by which an enclosed article is recognised. */
export interface ArticleOpening {
  readonly at: number;
  readonly byline: Byline | null;
  readonly dateline: Dateline | null;
}

/** Maximum distance from a byline to its outlet, date or dateline, in lines. */
const MAX_DISTANCE = 8;
/** Minimum number of long lines in an article. */
const MIN_LONG_LINES = 3;
const LONG_LINE = 55;

function nonBlankLines(lines: readonly PaperLine[], from: number, to: number): readonly string[] {
  return lines
    .slice(Math.max(0, from), to)
    .map((line) => line.text)
    .filter((text) => text !== '');
}

function hasProse(lines: readonly PaperLine[], from: number, end: number): boolean {
  const following = lines.slice(from, Math.min(end, from + 40));
  return following.filter((line) => line.text.length >= LONG_LINE).length >= MIN_LONG_LINES;
}

/**
 * Whether a second feature confirms a byline, since "By Tom Smith" occurs in lists and credits too.
 */
function isSupported(
  lines: readonly PaperLine[],
  at: number,
  start: number,
  end: number,
  byline: Byline,
): boolean {
  if (byline.createdAt !== null || /\bTags:/.test(lines[at]?.text ?? '')) return true;
  const after = nonBlankLines(lines, at + 1, Math.min(end, at + MAX_DISTANCE));
  const before = nonBlankLines(lines, Math.max(start, at - MAX_DISTANCE), at).slice(-4);
  return (
    after.some((text) => readDateline(text) !== null) ||
    after.slice(0, 4).some((text) => readDateLine(text) !== null || isOutletLine(text)) ||
    before.some((text) => isOutletLine(text) || readDateLine(text) !== null)
  );
}

function headlineAbove(lines: readonly PaperLine[], at: number, start: number): boolean {
  const block = blockAbove(lines, at, start);
  return isHeadlineBlock(lines.slice(block.start, block.end).map((line) => line.text));
}

/**
 * Finds where articles begin in a message's body; a byline and dateline of one article count once.
 */
export function findArticleOpenings(
  lines: readonly PaperLine[],
  start: number,
  end: number,
): readonly ArticleOpening[] {
  const openings: ArticleOpening[] = [];
  for (let at = start; at < end; at += 1) {
    const text = lines[at]?.text ?? '';
    if (text === '') continue;
    const byline = readByline(text);
    const dateline = readDateline(text);
    const last = openings.at(-1);
    if (dateline !== null && last?.dateline === null && at - last.at <= MAX_DISTANCE + 4) {
      openings[openings.length - 1] = { ...last, dateline };
    } else if (dateline !== null && hasProse(lines, at, end)) {
      openings.push({ at, byline: null, dateline });
    } else if (
      byline !== null &&
      headlineAbove(lines, at, start) &&
      isSupported(lines, at, start, end, byline) &&
      hasProse(lines, at + 1, end)
    ) {
      openings.push({ at, byline, dateline: null });
    }
  }
  return openings;
}
