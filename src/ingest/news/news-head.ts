import { isHeadlineLine, isOutletLine, readDateLine } from './article-lines.ts';
import { readByline } from './byline.ts';
import type { NewsBlock } from './news-blocks.ts';
import { isPageFurniture } from './page-furniture.ts';

/** The head of an article: block indices and the fields read from them. */
export interface NewsHead {
  /** Index of the headline's block; -1 if there is none. */
  readonly title: number;
  /** Index of the first paragraph; the number of blocks if there is none. */
  readonly body: number;
  readonly author: string | null;
  readonly outlet: string | null;
  readonly createdAt: string | null;
}

/** Number of blocks at the top of a page that are searched, including menus. */
const MAX_HEAD_BLOCKS = 80;

function normalised(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * The second of two equal blocks at the top: a page's title repeats the headline above the story.
 */
function repeatedTitle(blocks: readonly NewsBlock[], body: number): number {
  const seen = new Set<string>();
  for (let at = 0; at < Math.min(body, MAX_HEAD_BLOCKS); at += 1) {
    const text = normalised(blocks[at]?.text.slice(0, 300) ?? '');
    if (text.length >= 15 && seen.has(text)) return at;
    seen.add(text);
  }
  return -1;
}

/** Finds headline, byline, date and outlet above the first paragraph. */
export function readNewsHead(blocks: readonly NewsBlock[]): NewsHead {
  const first = blocks.findIndex((block) => block.paragraph && !isPageFurniture(block.text));
  const body = first < 0 ? blocks.length : first;
  const head = blocks.slice(0, Math.min(body, MAX_HEAD_BLOCKS));
  const bylines = head.map((block) => readByline(block.text));
  const dates = head.map((block, at) => readDateLine(block.text) ?? bylines[at]?.createdAt ?? null);
  const canBeTitle = (at: number): boolean => {
    const text = head[at]?.text ?? '';
    return (
      bylines[at] === null &&
      dates[at] === null &&
      isHeadlineLine(text.replaceAll('\n', ' ')) &&
      !isPageFurniture(text)
    );
  };
  const firstMark = head.findIndex((_, at) => bylines[at] !== null || dates[at] !== null);
  const lastTitleBefore = (end: number): number => {
    for (let at = end - 1; at >= 0; at -= 1) {
      if (canBeTitle(at) && !isOutletLine(head[at]?.text ?? '')) return at;
    }
    return -1;
  };
  const repeated = repeatedTitle(blocks, body);
  const nearest = lastTitleBefore(firstMark < 0 ? head.length : firstMark);
  const title = repeated >= 0 ? repeated : nearest >= 0 ? nearest : lastTitleBefore(head.length);
  return {
    title,
    body,
    author: bylines.find((byline) => byline !== null)?.author ?? null,
    outlet:
      head.find((block, at) => bylines[at] === null && at > title && isOutletLine(block.text))
        ?.text ?? null,
    createdAt: dates.find((date) => date !== null) ?? null,
  };
}

/** Whether two blocks have the same words. */
export function sameWords(a: string, b: string): boolean {
  return normalised(a.slice(0, 300)) === normalised(b.slice(0, 300));
}
