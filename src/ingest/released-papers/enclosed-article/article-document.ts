import type { ReadWarning, SourceDocument } from '#src/domain/source-document.ts';
import { newsDocument } from '../../news/news-document.ts';
import { findParagraphs } from '../../text/paragraphs.ts';
import type { PaperLine } from '../pages/remove-page-stamps.ts';
import { joinPaperLines } from '../paper-lines.ts';
import type { EnclosedArticle } from './find-enclosed-article.ts';

/**
 * Builds the document of an article pasted into a message. An article without a date or headline
 * gets the email's reference with its position in the email: `C05123456-1`.
 */
export function enclosedArticleDocument(
  lines: readonly PaperLine[],
  article: EnclosedArticle,
  emailReference: string | null,
  position: number,
): SourceDocument {
  const own = lines.slice(article.start, article.end);
  const { text, offsets } = joinPaperLines(own);
  const line = own[0]?.number ?? 1;
  const bodyOffset = offsets[article.bodyStart - article.start] ?? text.length;
  const document = newsDocument({
    title: article.headline,
    author: article.author,
    origin: article.agency,
    createdAt: article.createdAt,
    text,
    passages: findParagraphs(text, bodyOffset, text.length),
    furniture: [],
    warnings: [],
    line,
  });
  if (document.reference !== null) return { ...document, enclosedBy: 0 };
  const reference = emailReference === null ? null : `${emailReference}-${position}`;
  const missing = document.warnings.filter((warning) => warning.code !== 'reference-missing');
  const warning: ReadWarning = {
    code: reference === null ? 'reference-missing' : 'reference-from-enclosing',
    field: 'reference',
    message:
      'The article has no date or no headline; its reference is derived from the enclosing email.',
    line,
  };
  return { ...document, reference, enclosedBy: 0, warnings: [...missing, warning] };
}
