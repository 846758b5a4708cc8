import { isHeadlineLine, isOutletLine, readDateLine } from './article-lines.ts';
import { readByline } from './byline.ts';
import type { NewsBlock } from './news-blocks.ts';
import { isPageFurniture } from './page-furniture.ts';

/** The head of an article: indices of blocks, and what they say. */
export interface NewsHead {
  /** Index of the headline's block; -1 if there is none. */
  readonly title: number;
  /** Index of the first paragraph; the number of blocks if there is none. */
  readonly body: number;
  readonly author: string | null;
  readonly outlet: string | null;
  readonly createdAt: string | null;
}

/** Blocks that count as the top of a page, menus included. */
const TOP = 80;

function folded(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The last of two equal lines at the top: pages print the headline in their title and above the story. */
function repeatedTitle(blocks: readonly NewsBlock[], body: number): number {
  const seen = new Set<string>();
  for (let at = 0; at < Math.min(body, TOP); at += 1) {
    const text = folded(blocks[at]?.text.slice(0, 300) ?? '');
    if (text.length >= 15 && seen.has(text)) return at;
    seen.add(text);
  }
  return -1;
}

/** Finds headline, byline, date and outlet above the first paragraph. */
export function readNewsHead(blocks: readonly NewsBlock[]): NewsHead {
  const first = blocks.findIndex((block) => block.paragraph && !isPageFurniture(block.text));
  const body = first < 0 ? blocks.length : first;
  const head = blocks.slice(0, Math.min(body, TOP));
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
  const mark = head.findIndex((_, at) => bylines[at] !== null || dates[at] !== null);
  const above = (end: number): number => {
    for (let at = end - 1; at >= 0; at -= 1) {
      if (canBeTitle(at) && !isOutletLine(head[at]?.text ?? '')) return at;
    }
    return -1;
  };
  const repeated = repeatedTitle(blocks, body);
  const beside = above(mark < 0 ? head.length : mark);
  const title = repeated >= 0 ? repeated : beside >= 0 ? beside : above(head.length);
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
  return folded(a.slice(0, 300)) === folded(b.slice(0, 300));
}
