import type { SourceFormat } from '#src/domain/source-document.ts';
import { looksLikeCable } from './cable/looks-like-cable.ts';
import { looksLikeNews } from './news/looks-like-news.ts';
import { splitMessages } from './released-papers/mail/split-messages.ts';
import { removePageStamps } from './released-papers/pages/remove-page-stamps.ts';
import { splitLines } from './text/lines.ts';

/** A paper's stamps, and the header of its outermost message, stand in its first lines. */
const TOP_LINES = 120;
const TOP_CHARACTERS = 40_000;

/**
 * Tells the format of a text by its content. A stamp of the release office settles it, even where
 * the paper is a cable; then a cable's own marks, then a mail header, then the head of an article.
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
