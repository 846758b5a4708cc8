import type { SourceFormat } from '#src/domain/source-document.ts';
import { looksLikeCable } from './cable/looks-like-cable.ts';
import { looksLikeNews } from './news/looks-like-news.ts';
import { splitMessages } from './released-papers/mail/split-messages.ts';
import { removePageStamps } from './released-papers/pages/remove-page-stamps.ts';
import { splitLines } from './text/lines.ts';

/** Number of lines searched for page stamps and for the header of the outermost message. */
const TOP_LINES = 120;
const TOP_CHARACTERS = 40_000;

/**
 * Recognises the format of a text from its content. A page stamp takes precedence, even if the
 * paper is a cable; then the features of a cable, then a mail header, then the head of an article.
 */
export function recognise(input: string): SourceFormat {
  const top = splitLines(input.slice(0, TOP_CHARACTERS)).slice(0, TOP_LINES);
  const pages = removePageStamps(top);
  if (pages.stamps.length > 0) return 'email';
  if (looksLikeCable(input)) return 'cable';
  const outer = splitMessages(pages.lines)[0]?.block;
  if (outer !== undefined) return 'email';
  if (looksLikeNews(input.slice(0, TOP_CHARACTERS))) return 'news';
  return 'unknown';
}
