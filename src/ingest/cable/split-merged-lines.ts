/**
 * Splits a line into which a converter or an export merged several lines of a cable's head:
 * `ZNY CCCCC ZZH O 271637Z FEB 07 FM …`, or a row of values that ends in the header's first line.
 */
import type { SourceLine } from '../text/lines.ts';

/** Maximum length of a head; the rest of a longer line is not split. */
const MAX_HEAD = 12_000;
const GROUP = '(?:[OPRZ]{1,2} {1,2}){0,3}[0-9]{6}Z {0,2}[A-Z]{3,9} {0,2}[0-9]{2}(?![0-9])';
const LEVEL =
  '(?:C ?O ?N ?F ?I ?D ?E ?N ?T ?I ?A ?L|S ?E ?C ?R ?E ?T|U ?N ?C ?L ?A ?S(?: ?S ?I ?F ?I ?E ?D)?)';
const NUMBERED = '(?=[A-Z0-9 ./-]{2,90} [0-9]{5,8}\\b)';
const OPENING = new RegExp(`(?<=[\\s",|])${LEVEL}\\b${NUMBERED}`, 'g');
/** Patterns that always begin a new line in a cable as transmitted. */
const LINE_START = new RegExp(
  `(?:^|(?<=[\\s",|])|(?<=ZZH|[0-9](?=FM )|[A-Z](?=TO (?:SECSTATE|R[A-Z]{3,7}/))))(?:VZCZC[A-Z]{3}[0-9]{3,4}|[OPRZ]{2} R[A-Z]{4,6}\\b|DE R[A-Z]{3,7} ?#[0-9]|ZN[YR] [A-Z]{5}\\b|${GROUP}|FM [A-Z]{3,10} [A-Z]|TO (?=SECSTATE|R[A-Z]{3,7}\\/)|INFO (?=R[A-Z]{3,7}\\/)|${LEVEL}\\b${NUMBERED})`,
  'g',
);
/** Begins a line only within a merged line, and only above the classification line. */
const ADDRESSEE = /(?<=\s)(?:(?:TO|INFO) (?=[A-Z/]{3,40}[ /])|R[A-Z]{3,7}\/(?=[A-Z]))/g;
const LABEL = /(?<=\s)(?:SIPDIS\b|E\. ?O\. ?1|TAGS:? (?=[A-Z])|SUBJECT ?:|REFS? ?:|Classified By)/g;
/** A cheap test for any of the above, so that prose is skipped quickly. */
const HINT =
  /VZCZC|DE R[A-Z]{3,7} ?#|ZN[YR] [A-Z]{5}|[0-9]{6}Z|FM [A-Z]{3}|INFO R[A-Z]{3,7}\/|\t|"[CSUOPRZ] ?[A-Z0-9]/;

/** Returns the line, or its parts; joining their texts and line breaks restores the line. */
export function splitMergedLine(line: SourceLine): readonly SourceLine[] {
  if (line.text.length < 20 || !HINT.test(line.text.slice(0, MAX_HEAD))) return [line];
  const head = line.text.slice(0, MAX_HEAD);
  const lineStarts = [...head.matchAll(LINE_START)].map((match) => match.index);
  const isRow = lineStarts.some((at) => /[\t"]/.test(head.charAt(at - 1)));
  if (lineStarts.length < 2 && !isRow) return [line];
  const first = lineStarts[0] ?? 0;
  const opening = [...head.matchAll(OPENING)].at(-1)?.index ?? head.length;
  const addressees = [...head.matchAll(ADDRESSEE)].map((match) => match.index);
  const labels = [...head.matchAll(LABEL)].map((match) => match.index);
  const cuts = [
    ...lineStarts,
    ...addressees.filter((at) => at > first && at < opening),
    ...labels.filter((at) => at > first),
  ].toSorted((a, b) => a - b);
  const parts: SourceLine[] = [];
  let start = 0;
  for (const cut of new Set(cuts)) {
    const at = /\s/.test(line.text.charAt(cut - 1)) ? cut - 1 : cut;
    if (at <= start) continue;
    parts.push({
      text: line.text.slice(start, at),
      lineBreak: line.text.slice(at, cut),
      number: line.number,
    });
    start = cut;
  }
  return [...parts, { ...line, text: line.text.slice(start) }];
}
