import type { Furniture, SourceDocument, SourcePassage } from '#src/domain/source-document.ts';
import { splitLines } from '../text/lines.ts';
import { readDateline } from './dateline.ts';
import { type NewsBlock, newsBlocks } from './news-blocks.ts';
import { newsDocument } from './news-document.ts';
import { type NewsHead, readNewsHead, sameWords } from './news-head.ts';
import { isDump, isInitials, isPageFurniture, opensPageTail } from './page-furniture.ts';

type Place = Furniture['kind'] | 'text';

/** Assigns each block to the article or to one kind of furniture. */
function placeBlocks(blocks: readonly NewsBlock[], head: NewsHead): readonly Place[] {
  const title = blocks[head.title]?.text ?? null;
  let last = head.body;
  let tail = blocks.length;
  for (let at = head.body; at < tail; at += 1) {
    const block = blocks[at];
    if (block === undefined || isDump(block.text)) continue;
    if (opensPageTail(block.text)) tail = at;
    else if (block.paragraph) last = at;
  }
  return blocks.map((block, at) => {
    if (at === head.title) return 'text';
    if (title !== null && at < tail && sameWords(block.text, title)) return 'duplicate-header';
    if (isPageFurniture(block.text) || isInitials(block.text)) return 'web-page';
    return at < head.title || at > last || at >= tail ? 'web-page' : 'text';
  });
}

/** Joins the article's blocks with blank lines; returns the text and its paragraphs. */
function joinBlocks(
  blocks: readonly NewsBlock[],
  places: readonly Place[],
  head: NewsHead,
): { text: string; passages: readonly SourcePassage[] } {
  const parts: string[] = [];
  const passages: SourcePassage[] = [];
  let length = 0;
  let heading: string | null = null;
  for (const [at, block] of blocks.entries()) {
    if (places[at] !== 'text') continue;
    if (parts.length > 0) length += 2;
    parts.push(block.text);
    const start = length;
    length += block.text.length;
    if (at < head.body) continue;
    // A short line without a full stop between paragraphs is the heading of the paragraphs below
    // it.
    const isHeading =
      !block.paragraph && block.text.length <= 80 && !/[.!?:;,"”]$/.test(block.text);
    if (isHeading) heading = block.text;
    else passages.push({ number: null, heading, marking: null, start, end: length });
  }
  return { text: parts.join('\n\n'), passages };
}

/**
 * Reads a saved news page: the headline is the title and occurs in the text once, paragraphs are
 * passages, and everything around the article is furniture.
 */
export function readNews(input: string): readonly SourceDocument[] {
  const blocks = newsBlocks(splitLines(input));
  const head = readNewsHead(blocks);
  const places = placeBlocks(blocks, head);
  const { text, passages } = joinBlocks(blocks, places, head);
  const opening = readDateline(blocks[head.body]?.text ?? '');
  const furniture: readonly Furniture[] = blocks.flatMap((block, at) => {
    const kind = places[at] ?? 'text';
    return kind === 'text' ? [] : [{ kind, text: block.text, line: block.line }];
  });
  const document = newsDocument({
    title: blocks[head.title]?.text.replaceAll('\n', ' ') ?? null,
    author: head.author ?? opening?.agency ?? null,
    origin: head.outlet ?? opening?.agency ?? null,
    createdAt: head.createdAt,
    text,
    passages,
    furniture,
    warnings: [],
    line: blocks[head.body]?.line ?? 1,
  });
  return [document];
}
