import type { PaperLine } from '../pages/remove-page-stamps.ts';

/** Notices that mail systems and news desks add below a forwarded message. */
const NOTICE =
  /^\s{0,20}(?:News ?Tickers? alert|This footnote confirms|This (?:e-?mail|message) (?:is|was|has|and)\b|\*{10,}|_{10,}|-{10,}|={10,}|CONFIDENTIALITY NOTICE|The information (?:contained )?in this|Sent from my|Sent via |You (?:are )?receiv)/i;
const OFFICE =
  /\b(?:Office|Department|Bureau|Embassy|Assistant|Secretary|Director|Advisor|Adviser|Officer|Deputy|Attach[eé]|Spokes\w+|Tel|Cell|Mobile|Fax)\b|\d{3}[-. )]{1,2}\d{3}[-. ]\d{4}|@/;
const MAX_SIGNATURE_LINES = 8;
const MAX_SIGNATURE_WIDTH = 75;

function firstMatch(
  lines: readonly PaperLine[],
  start: number,
  end: number,
  pattern: RegExp,
): number | null {
  for (let at = start; at < end; at += 1) {
    if (pattern.test(lines[at]?.text ?? '')) return at;
  }
  return null;
}

interface Block {
  readonly start: number;
  readonly end: number;
}

function lastBlock(lines: readonly PaperLine[], start: number, end: number): Block | null {
  let to = end;
  while (to > start && lines[to - 1]?.text === '') to -= 1;
  let from = to;
  while (from > start && lines[from - 1]?.text !== '') from -= 1;
  return to > from ? { start: from, end: to } : null;
}

function nameWords(from: string | null): readonly string[] {
  return (from ?? '')
    .replace(/[<[(].*/, '')
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 2)
    .map((word) => word.toLowerCase());
}

function isSignature(texts: readonly string[], sender: string | null): boolean {
  if (texts.length === 0 || texts.length > MAX_SIGNATURE_LINES) return false;
  if (texts.some((text) => text.length > MAX_SIGNATURE_WIDTH || /[.!?”"]$/.test(text.trim())))
    return false;
  const first = (texts[0] ?? '').toLowerCase();
  const names = nameWords(sender).filter((word) => first.includes(word));
  if (names.length >= 2 || (names.length === 1 && first.trim().length < 20)) return true;
  return texts.length >= 2 && texts.slice(1).some((text) => OFFICE.test(text));
}

/**
 * Finds where an article at the end of a message ends: before the first notice and before the
 * sender's signature, which may have several blocks. Credit lines end in a full stop, so they stay
 * with the article.
 */
export function findArticleEnd(
  lines: readonly PaperLine[],
  start: number,
  messageEnd: number,
  sender: string | null,
): number {
  let end = firstMatch(lines, start + 1, messageEnd, NOTICE) ?? messageEnd;
  for (let blocks = 0; blocks < 4; blocks += 1) {
    const block = lastBlock(lines, start + 1, end);
    if (block === null) break;
    const texts = lines.slice(block.start, block.end).map((line) => line.text);
    if (!isSignature(texts, sender)) {
      end = block.end;
      break;
    }
    end = block.start;
  }
  return end;
}

/** The line on which the notice of a desk that forwards wire stories begins, or null. */
export function findNewsTickerNotice(
  lines: readonly PaperLine[],
  start: number,
  end: number,
): number | null {
  return firstMatch(lines, start, end, /^\s{0,20}News ?Tickers? alert/i);
}
