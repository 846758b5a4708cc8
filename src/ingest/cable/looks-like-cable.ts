/** Scores how closely a text resembles a cable, to recognise its format. */
import { splitLines } from '../text/lines.ts';
import { isHeadLabel } from './head/head-labels.ts';
import { startsHeader } from './head/transmission-header.ts';
import { parseOpeningLine } from './split-cables.ts';
import { splitMergedLine } from './split-merged-lines.ts';

/** Minimum score of a cable: a transmission header, or most of the other features. */
const MIN_SCORE = 0.4;
const SAMPLE_LENGTH = 60_000;
/** The stamp on every page of a release under the Freedom of Information Act. */
const RELEASE_STAMP =
  /U\.?S\.? Department of State\s{1,4}Case No|\bDoc No\. C[0O]\d|^RELEASE IN (?:PART|FULL)/m;

/**
 * A score from 0 to 1 for the features of a cable at the start of a text. A cable released under
 * the Freedom of Information Act scores low, because its page stamps make it a released paper.
 */
export function cableScore(input: string): number {
  const sample = input.slice(0, SAMPLE_LENGTH);
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
  return cableScore(input) >= MIN_SCORE;
}
