/**
 * The reader of papers released under the Freedom of Information Act, converted from pages to text:
 * page stamps at the head and foot of each page, exemption codes in the margin, threads of
 * forwarded messages, and articles pasted into them.
 */
import type { SourceDocument } from '#src/domain/source-document.ts';
import { splitLines } from '../text/lines.ts';
import { enclosedArticleDocument } from './enclosed-article/article-document.ts';
import { findEnclosedArticle } from './enclosed-article/find-enclosed-article.ts';
import { splitMessages } from './mail/split-messages.ts';
import { joinPages } from './pages/join-pages.ts';
import { readReleaseFacts } from './pages/release-facts.ts';
import { removePageNumbers } from './pages/remove-page-numbers.ts';
import { removePageStamps } from './pages/remove-page-stamps.ts';
import { paperDocument } from './paper-document.ts';

/**
 * Reads one released paper. Returns the email (or memo, letter, cable), then each enclosed article
 * as a separate document, whose text is removed from the email's text.
 */
export function readReleasedPaper(input: string): readonly SourceDocument[] {
  const source = splitLines(input);
  const lastLine = Math.max(1, source.length);
  const numbered = removePageNumbers(removePageStamps(source));
  const pages = { ...numbered, lines: joinPages(numbered.lines) };
  const facts = readReleaseFacts(pages, lastLine);
  const messages = splitMessages(pages.lines);
  const articles = messages.flatMap((message) => {
    const article = findEnclosedArticle(pages.lines, message);
    return article === null ? [] : [article];
  });
  const paper = paperDocument({ pages, facts, messages, articles, lastLine });
  const enclosed = articles.map((article, index) =>
    enclosedArticleDocument(pages.lines, article, paper.reference, index + 1),
  );
  return [paper, ...enclosed];
}
