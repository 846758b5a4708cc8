import { readHeaderLabel } from '../mail/header-label.ts';
import type { PaperLine } from './remove-page-stamps.ts';

const SENTENCE_END = /[.!?:…]["'”’)\]]{0,2}$/;
/** A line shorter than this was not broken by the margin but ended by its writer. */
const FULL_LINE = 60;

/** Whether a paragraph that a page break cut in two goes on in the next line. */
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
 * Closes the gap at each page break: a paragraph that the break cut in two reads on in the next
 * line, anything else is parted by one blank line, whatever white space the pages had.
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
