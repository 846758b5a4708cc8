import type { DocumentKind } from '#src/domain/vocabulary.ts';
import { looksLikeCable } from '../cable/looks-like-cable.ts';
import type { MailMessage } from './mail/split-messages.ts';
import { topLines } from './memo-heading.ts';
import type { PaperLine } from './pages/remove-page-stamps.ts';

/** Number of lines searched for the head of a cable. */
const CABLE_LINES = 120;

/**
 * Determines the kind of a released paper. An email has a mail header at its top; a paper without
 * one may be a scanned memo, letter or cable that was attached to an email.
 */
export function paperKind(
  lines: readonly PaperLine[],
  messages: readonly MailMessage[],
): DocumentKind {
  const top = topLines(lines).map((line) => line.text.trim());
  const memo = top
    .slice(0, 12)
    .some((text) => /^(?:[A-Z]+ )?(?:MEMORANDUM|MEMO|INFORMATION MEMO|ACTION MEMO)\b/.test(text));
  const outer = messages[0]?.block ?? null;
  if (outer !== null) {
    const sent = outer.entries.some(
      (entry) => entry.label.field === 'sent' && /^sent$/i.test(entry.label.written),
    );
    return memo && !sent ? 'MEMORANDUM' : 'EMAIL';
  }
  if (messages.length > 0) return 'EMAIL';
  const start = lines
    .slice(0, CABLE_LINES)
    .map((line) => line.text)
    .join('\n');
  const isTelegram = top.some((text) => /^MRN ?:/.test(text));
  if (isTelegram || looksLikeCable(start)) return 'CABLE';
  const labels = new Set(
    top.map((text) => /^(FOR|TO|FROM|RE|SUBJECT|SUBJ) ?:/i.exec(text)?.[1]?.toUpperCase()),
  );
  const addressed =
    labels.has('FROM') &&
    (labels.has('TO') || labels.has('FOR') || labels.has('RE') || labels.has('SUBJECT'));
  if (memo || addressed) return 'MEMORANDUM';
  return top.some((text) => /^(?:Dear|My dear) [A-Z]/.test(text)) ? 'LETTER' : 'OTHER';
}
