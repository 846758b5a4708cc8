import type {
  ReadWarning,
  SourceDocument,
  SourceMessage,
  SourcePassage,
} from '#src/domain/source-document.ts';
import { guessEnglish } from '../text/guess-language.ts';
import { findParagraphs } from '../text/paragraphs.ts';
import type { EnclosedArticle } from './enclosed-article/find-enclosed-article.ts';
import type { MailMessage } from './mail/split-messages.ts';
import type { ReleaseFacts } from './pages/release-facts.ts';
import type { UnstampedPaper } from './pages/remove-page-stamps.ts';
import { paperHeading } from './paper-heading.ts';
import { paperKind } from './paper-kind.ts';
import { joinPaperLines } from './paper-lines.ts';
import { readReleasedCable } from './released-cable.ts';

/** Everything read from a released paper, from which its document is built. */
export interface PaperParts {
  readonly pages: UnstampedPaper;
  readonly facts: ReleaseFacts;
  readonly messages: readonly MailMessage[];
  readonly articles: readonly EnclosedArticle[];
  readonly lastLine: number;
}

/** Joins the paper's own lines; the lines of enclosed articles become a gap. */
function ownText(parts: PaperParts): { text: string; offsetOf: (line: number) => number } {
  const { lines } = parts.pages;
  const own = lines.map((line) => line);
  for (const article of parts.articles) {
    for (let at = article.start; at < article.end; at += 1) {
      const line = own[at];
      if (line !== undefined) own[at] = { ...line, text: '' };
    }
  }
  const { text, offsets } = joinPaperLines(own);
  return { text, offsetOf: (line) => offsets[line] ?? text.length };
}

/** The input line number of each line of the text; a blank line has that of the previous line. */
function lineNumbers(text: string, lines: UnstampedPaper['lines']): readonly number[] {
  const filled = lines.filter((line) => line.text !== '');
  let at = 0;
  return text.split('\n').map((line) => filled[line === '' ? at - 1 : at++]?.number ?? 1);
}

/** Trims white space from both ends of a range. */
function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text[from] ?? '')) from += 1;
  while (to > from && /\s/.test(text[to - 1] ?? '')) to -= 1;
  return { start: from, end: to };
}

/** Builds the document of the paper itself, without the articles it encloses. */
export function paperDocument(parts: PaperParts): SourceDocument {
  const { pages, facts, messages, lastLine } = parts;
  const { text, offsetOf } = ownText(parts);
  const kind = paperKind(pages.lines, messages);
  const paper = paperHeading(pages.lines, messages, kind, {
    releasedAt: facts.releasedAt,
    lastLine,
  });
  const cable =
    kind === 'CABLE'
      ? readReleasedCable(text, paper, lineNumbers(text, pages.lines))
      : { heading: paper, tags: [], references: [] };
  const { heading } = cable;
  const language = guessEnglish(text);
  const sent: readonly SourceMessage[] = messages.map((message) => ({
    from: message.header?.from ?? null,
    to: message.header?.to ?? [],
    cc: message.header?.cc ?? [],
    sentAt: message.header?.sentAt ?? null,
    subject: message.header?.subject ?? null,
    ...trimmed(text, offsetOf(message.start), offsetOf(message.end)),
  }));
  const passages: readonly SourcePassage[] =
    messages.length === 0
      ? findParagraphs(text, 0, text.length)
      : messages.flatMap((message) =>
          findParagraphs(text, offsetOf(message.bodyStart), offsetOf(message.end)),
        );
  const warnings: ReadWarning[] = [...facts.warnings, ...heading.warnings];
  const warn = (code: string, field: ReadWarning['field'], message: string) =>
    warnings.push({ code, field, message, line: lastLine });
  if (language === null)
    warn('language-missing', 'language', 'The language could not be determined.');
  if (text === '') warn('text-empty', 'text', 'The pages contain only stamps.');
  return {
    format: 'email',
    kind,
    reference: facts.reference,
    title: heading.title,
    createdAt: heading.createdAt,
    releasedAt: facts.releasedAt,
    release: 'FOIA',
    classification: facts.classification,
    handling: facts.handling,
    origin: heading.origin,
    author: heading.author,
    addressees: heading.addressees,
    tags: cable.tags,
    references: cable.references,
    caseNumber: facts.caseNumber,
    language,
    text,
    passages,
    messages: sent,
    furniture: pages.furniture,
    warnings,
    enclosedBy: null,
  };
}
