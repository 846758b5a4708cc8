import type { SourceTime } from '#src/domain/source-document.ts';
import {
  headlineOf,
  isHeadlineBlock,
  isOutletLine,
  isTitleCase,
  readDateLine,
} from '../../news/article-lines.ts';
import type { Dateline } from '../../news/dateline.ts';
import type { MailMessage } from '../mail/split-messages.ts';
import type { PaperLine } from '../pages/remove-page-stamps.ts';
import { blockAbove } from './block-above.ts';
import { findArticleEnd, findNewsTickerNotice } from './find-article-end.ts';
import { type ArticleOpening, findArticleOpenings } from './find-article-openings.ts';

/** An article found in a message; `start`, `bodyStart` and `end` are line indices. */
export interface EnclosedArticle {
  readonly start: number;
  readonly bodyStart: number;
  readonly end: number;
  readonly headline: string | null;
  readonly author: string | null;
  readonly agency: string | null;
  readonly createdAt: SourceTime | null;
}

const PREFIX = /^(?:(?:fw|fwd|re)\s?[:;]\s?)+/i;
const AGENCY_AT_END = / ?\(([A-Z][A-Za-z.' &-]{1,40})\)$/;

/** The subject as a headline, if it ends in the name of the publishing agency. */
function subjectHeadline(message: MailMessage): { headline: string; agency: string } | null {
  const subject = (message.header?.subject ?? '').trim().replace(PREFIX, '');
  const agency = AGENCY_AT_END.exec(subject);
  if (agency?.[1] === undefined) return null;
  return { headline: subject.slice(0, agency.index).trim(), agency: agency[1] };
}

function datelineDate(dateline: Dateline | null, sentAt: SourceTime | null): SourceTime | null {
  if (dateline === null || dateline.month === null || dateline.day === null) return null;
  const sentYear = sentAt === null ? null : Number(sentAt.slice(0, 4));
  const sentMonth = sentAt === null ? 0 : Number(sentAt.slice(5, 7));
  // A story dated December and sent in January is from the previous year.
  const year =
    dateline.year ?? (sentYear === null ? null : sentYear - (dateline.month > sentMonth ? 1 : 0));
  if (year === null || dateline.day < 1 || dateline.day > 31) return null;
  return `${year}-${String(dateline.month).padStart(2, '0')}-${String(dateline.day).padStart(2, '0')}`;
}

function articleAt(
  lines: readonly PaperLine[],
  message: MailMessage,
  opening: ArticleOpening,
): EnclosedArticle | null {
  const texts = (from: number, to: number) => lines.slice(from, to).map((line) => line.text);
  const block = blockAbove(lines, opening.at, message.bodyStart);
  const head = texts(block.start, block.end);
  const subject = (message.header?.subject ?? '').replace(PREFIX, '');
  // Without a byline below it, a line is a headline only in title case or if the subject repeats
  // it.
  const isHead =
    isHeadlineBlock(head) &&
    (opening.byline !== null ||
      isTitleCase(head[0] ?? '') ||
      subject.includes((head[0] ?? '').trim()));
  if (opening.byline !== null && !isHead) return null;
  let start = isHead ? block.start : opening.at;
  const outlet = blockAbove(lines, start, message.bodyStart);
  if (isHead && outlet.end - outlet.start === 1 && isOutletLine(lines[outlet.start]?.text ?? '')) {
    start = outlet.start;
  }
  const fromSubject = subjectHeadline(message);
  // Skip the byline block: outlet, date and blank lines.
  let bodyStart = opening.byline === null ? opening.at : opening.at + 1;
  while (opening.byline !== null && bodyStart < message.end) {
    const text = lines[bodyStart]?.text ?? '';
    if (text !== '' && !isOutletLine(text) && readDateLine(text) === null) break;
    bodyStart += 1;
  }
  const dated =
    texts(start, bodyStart)
      .map(readDateLine)
      .find((date) => date !== null) ?? null;
  return {
    start,
    bodyStart,
    end: findArticleEnd(lines, bodyStart, message.end, message.header?.from ?? null),
    headline: isHead ? headlineOf(head) : (fromSubject?.headline ?? null),
    author: opening.byline?.author ?? opening.dateline?.agency ?? fromSubject?.agency ?? null,
    agency:
      opening.dateline?.agency ??
      texts(start, bodyStart)
        .find((text) => isOutletLine(text))
        ?.trim() ??
      fromSubject?.agency ??
      null,
    createdAt:
      dated ??
      opening.byline?.createdAt ??
      datelineDate(opening.dateline, message.header?.sentAt ?? null),
  };
}

/**
 * Finds the newspaper or wire story pasted into a message, or null. A missed article is better than
 * a wrong one, so a message with several stories or contradictory features is kept whole.
 */
export function findEnclosedArticle(
  lines: readonly PaperLine[],
  message: MailMessage,
): EnclosedArticle | null {
  const openings = findArticleOpenings(lines, message.bodyStart, message.end);
  const [opening] = openings;
  if (opening !== undefined) return openings.length > 1 ? null : articleAt(lines, message, opening);
  const notice = findNewsTickerNotice(lines, message.bodyStart, message.end);
  const subject = subjectHeadline(message);
  if (notice === null || subject === null) return null;
  return {
    start: message.bodyStart,
    bodyStart: message.bodyStart,
    end: notice,
    headline: subject.headline,
    author: subject.agency,
    agency: subject.agency,
    createdAt: null,
  };
}
