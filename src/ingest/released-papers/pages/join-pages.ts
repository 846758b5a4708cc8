import { readHeaderLabel } from '../mail/header-label.ts';
import type { PaperLine } from './remove-page-stamps.ts';

const SENTENCE_END = /[.!?:…]["'”’)\]]{0,2}$/;
/** Minimum length of a line broken at the margin; a shorter line was ended by its author. */
const FULL_LINE = 60;

/** Whether a paragraph continues across a page break. */
function continuesParagraph(last: string, next: string): boolean {
  const end = last.trimEnd();
  const begin = next.trimStart();
  if (end === '' || readHeaderLabel(begin) !== null) return false;
  if (/^[•*·–—-] ?|^\d{1,2}[.)] /.test(begin)) return false;
  if (/^[a-z<]/.test(begin)) return true;
  if (SENTENCE_END.test(end)) return false;
  return /[,;-]$/.test(end) || end.length >= FULL_LINE;
}

/**
 * Closes the gap at each page break: a paragraph split by the break continues on the next line;
 * otherwise one blank line separates the pages.
 */
export function joinPages(lines: readonly PaperLine[]): readonly PaperLine[] {
  const closed: PaperLine[] = [];
  for (const line of lines) {
    if (line.text === '' || !line.opensPage) {
      closed.push(line);
      continue;
    }
    while (closed.at(-1)?.text === '') closed.pop();
    const last = closed.at(-1);
    if (last !== undefined && !continuesParagraph(last.text, line.text)) {
      closed.push({ text: '', number: line.number, opensPage: false });
    }
    closed.push(line);
  }
  return closed;
}
