/** How much a text looks like a cable, for telling formats apart. */
import { splitLines } from '../text/lines.ts';
import { isHeadLabel } from './head/head-labels.ts';
import { startsHeader } from './head/transmission-header.ts';
import { parseOpeningLine } from './split-cables.ts';
import { splitMergedLine } from './split-merged-lines.ts';

/** A text with this share of a cable's marks is one: its transmission header, or most of its labels. */
const THRESHOLD = 0.4;
const LOOKED_AT = 60_000;
/** The stamp that a release under the Freedom of Information Act puts on every page. */
const RELEASE_STAMP =
  /U\.?S\.? Department of State\s{1,4}Case No|\bDoc No\. C[0O]\d|^RELEASE IN (?:PART|FULL)/m;

/**
 * From 0 to 1: what share of a cable's marks the text has in its first thousands of characters.
 * A cable that was released inside an email scores low, because the stamps make it an email.
 */
export function cableScore(input: string): number {
  const sample = input.slice(0, LOOKED_AT);
  const lines = splitLines(sample).flatMap(splitMergedLine);
  let header = 0;
  let opening = 0;
  let label = 0;
  let caption = 0;
  for (const [i, line] of lines.entries()) {
    if (header === 0 && startsHeader(lines, i)) header = 1;
    if (opening === 0) {
      const classification = parseOpeningLine(line.text);
      if (classification && (classification.number !== null || classification.section !== null))
        opening = 1;
    }
    if (label < 3 && isHeadLabel(line.text)) label += 1;
    if (caption === 0 && /^\s*(?:SIPDIS|NOFORN)\b/.test(line.text)) caption = 1;
  }
  const score = 0.4 * header + 0.3 * opening + 0.1 * label + 0.1 * caption;
  const isStamped = RELEASE_STAMP.test(sample) || RELEASE_STAMP.test(input.slice(-4000));
  return isStamped ? Math.min(score, 1) * 0.3 : Math.min(1, score);
}

/** Whether a text is a cable. */
export function looksLikeCable(input: string): boolean {
  return cableScore(input) >= THRESHOLD;
}
