/** Finds where a cable ends and the surrounding web page or export continues. */
import type { SourceLine } from '../text/lines.ts';
import { isBlank } from '../text/lines.ts';
import { isSignatureText } from './body/signature.ts';

// Lines of web pages and exports that never occur in a cable.
const PAGE_LINE =
  /^(?:advertisements?|leave a (?:reply|comment)|post a comment\b.*|share this:?|like this:?|related|related (?:posts|articles)|comments(?: are closed)?\.?|[0-9]+ (?:comments?|responses?)\b.*|post navigation|previous post|next post|fill in your details below.*|tweet|\w*leaks|back to top|copyright\b.*|©.*|all rights reserved.*|posted (?:in|by|on)\b.*|filed under\b.*|tags:$|trackback\b.*|bookmark the permalink.*|cookie.*|subscribe|sign up|log in|search for:.*|powered by\b.*|skip to .*|click here .*|end of (?:the )?cable\.?)$|^={4,} ?cable ends ?={4,}/i;
const EXPORT_END = /^={4,} ?[A-Z ]*ENDS? ?={4,}$|^\[?end of (?:cable|document|file)\]?$/i;
const MAX_LINES_ABOVE = 30;

/**
 * The index of the first line after the cable, or the number of lines if nothing follows it.
 * `from` is the first line of its body; `isCableLine` is true for lines that only a cable has.
 */
export function findTrailingPage(
  lines: readonly SourceLine[],
  from: number,
  isCableLine: (line: SourceLine) => boolean,
): number {
  let cut = lines.length;
  for (let i = lines.length - 1; i >= from; i -= 1) {
    const line = lines[i];
    if (!line) continue;
    const text = line.text.length > 200 ? '' : line.text.trim();
    if (PAGE_LINE.test(text) || EXPORT_END.test(text)) cut = i;
    else if (isCableLine(line)) break;
  }
  if (cut === lines.length) return cut;
  // Other page lines may precede the first recognised one, down to the signature.
  for (let i = cut - 1; i >= from && cut - i <= MAX_LINES_ABOVE; i -= 1) {
    const line = lines[i];
    if (!line || isBlank(line)) continue;
    const text = line.text.trim();
    if (isCableLine(line)) break;
    if (isSignatureText(text) && text === text.toUpperCase()) return i + 1;
  }
  return cut;
}
