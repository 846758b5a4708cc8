import { splitLines } from '../text/lines.ts';
import { readDateline } from './dateline.ts';
import { newsBlocks } from './news-blocks.ts';
import { readNewsHead } from './news-head.ts';

/** Number of lines examined. */
const TOP_LINES = 200;

/**
 * Whether a text is an article: a headline, a byline, date or dateline, and paragraphs of prose.
 */
export function looksLikeNews(input: string): boolean {
  const blocks = newsBlocks(splitLines(input).slice(0, TOP_LINES));
  const head = readNewsHead(blocks);
  const paragraphs = blocks.filter((block) => block.paragraph).length;
  const opening = readDateline(blocks[head.body]?.text ?? '');
  const signed = head.author !== null || head.createdAt !== null || opening !== null;
  return head.title >= 0 && signed && paragraphs >= 2;
}
