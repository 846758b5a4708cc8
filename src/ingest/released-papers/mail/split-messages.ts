import type { PaperLine } from '../pages/remove-page-stamps.ts';
import { type HeaderBlock, readHeaderBlock } from './header-block.ts';
import { readHeaderLabel } from './header-label.ts';
import { isMailHeader, type MailHeader, readMailHeader } from './mail-header.ts';

/** One message of a thread; `start`, `bodyStart` and `end` are line indices; `end` is exclusive. */
export interface MailMessage {
  /** Null for a message above the first header, whose own header is missing. */
  readonly header: MailHeader | null;
  readonly block: HeaderBlock | null;
  readonly start: number;
  readonly bodyStart: number;
  readonly end: number;
}

const RULE = /^[>\s*_–—-]{0,80}(?:Begin )?(?:Original|Forwarded) (?:Message|Appointment)\b/i;

/** Index of the `Original Message` rule directly above a line, or of the line itself. */
function ruleAbove(lines: readonly PaperLine[], at: number): number {
  for (let above = at - 1; above >= Math.max(0, at - 3); above -= 1) {
    const text = lines[above]?.text ?? '';
    if (RULE.test(text)) return above;
    if (text !== '') return at;
  }
  return at;
}

interface Found {
  readonly block: HeaderBlock;
  readonly start: number;
  readonly afterRule: boolean;
}

function findHeaders(lines: readonly PaperLine[]): readonly Found[] {
  const found: Found[] = [];
  let at = 0;
  while (at < lines.length) {
    const field = readHeaderLabel(lines[at]?.text ?? '')?.field;
    const opens = field !== undefined && field !== 'cc' && field !== 'other';
    const block = opens ? readHeaderBlock(lines, at) : null;
    const rule = ruleAbove(lines, at);
    if (block !== null && isMailHeader(block, rule !== at)) {
      found.push({ block, start: Math.min(rule, block.start), afterRule: rule !== at });
      at = Math.max(at + 1, block.end);
    } else {
      at += 1;
    }
  }
  return found;
}

/**
 * Splits a thread into its messages, outermost first; empty if there is no mail header. Words above
 * the first header are a message whose header is missing, unless the first header is printed in
 * columns: mail programs print only the outermost header so, and the words are a mark or a logo.
 */
export function splitMessages(lines: readonly PaperLine[]): readonly MailMessage[] {
  const headers = findHeaders(lines);
  const first = headers[0];
  if (first === undefined) return [];
  // Capitals and punctuation alone are a misread stamp, not a message.
  const wordsAbove = lines.slice(0, first.start).some((line) => /[a-z]{2}/.test(line.text));
  const headerMissing = first.afterRule || (wordsAbove && !first.block.columns);
  const messages = headers.map(
    ({ block, start }, index): MailMessage => ({
      header: readMailHeader(block, lines),
      block,
      start: index === 0 && !headerMissing ? 0 : start,
      bodyStart: block.end,
      end: headers[index + 1]?.start ?? lines.length,
    }),
  );
  if (!headerMissing) return messages;
  return [{ header: null, block: null, start: 0, bodyStart: 0, end: first.start }, ...messages];
}
