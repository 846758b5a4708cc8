/**
 * Decides which candidates are paragraphs, and what their numbers were before a scanner read the
 * paragraph sign as a 1 (`16.` for `¶6.`).
 */
import type { ReadWarning } from '#src/domain/source-document.ts';
import type { ParagraphStart } from './paragraph-start.ts';

/** A place where a paragraph may begin. */
export interface ParagraphCandidate extends ParagraphStart {
  /** Index of its line in the text's lines. */
  readonly index: number;
  /** Line of the input, from 1. */
  readonly line: number;
  readonly afterGap: boolean;
  /** It stands in the middle of a line. */
  readonly isWithin: boolean;
  /** Its paragraph sign had become a link. */
  readonly wasLink: boolean;
}

/** A candidate that is a paragraph; `number` is the repaired one. */
export type NumberedParagraph = ParagraphCandidate;

/** Walks through the candidates in order; linear in their number. */
export function numberParagraphs(candidates: readonly ParagraphCandidate[]): {
  readonly paragraphs: readonly NumberedParagraph[];
  readonly warnings: readonly ReadWarning[];
} {
  const onLines = candidates.filter((candidate) => !candidate.isWithin);
  const marked = onLines.filter((candidate) => candidate.marking !== null).length;
  const isMarkedText = marked >= 2 && marked * 2 >= onLines.length;
  const lastAt = new Map<number, number>();
  const lastMarkedAt = new Map<number, number>();
  for (const [i, candidate] of candidates.entries()) {
    lastAt.set(candidate.number, i);
    if (candidate.marking !== null) lastMarkedAt.set(candidate.number, i);
  }
  const paragraphs: NumberedParagraph[] = [];
  const warnings: ReadWarning[] = [];
  let previous = 0;
  let highest = 0;
  for (const [i, candidate] of candidates.entries()) {
    const expected = previous + 1;
    const comesLater = (number: number): boolean => (lastAt.get(number) ?? -1) > i;
    const verdict = judge(candidate, {
      expected,
      alsoExpected: highest + 1,
      isMarkedText,
      resumes: comesLater(expected),
      markedLater: (lastMarkedAt.get(candidate.number) ?? -1) > i,
    });
    if (verdict === 'reject') continue;
    const number = verdict === 'repaired' ? expected : candidate.number;
    if (verdict === 'repaired' || candidate.wasLink) {
      warnings.push(warning('paragraph-number-repaired', candidate, number));
    } else if (verdict !== 'regular') {
      warnings.push(warning(verdict, candidate, number));
    }
    paragraphs.push({ ...candidate, number });
    previous = number;
    highest = Math.max(highest, number);
  }
  return { paragraphs, warnings };
}

type Verdict =
  | 'regular'
  | 'repaired'
  | 'paragraph-number-gap'
  | 'paragraph-number-not-ascending'
  | 'reject';

interface Circumstances {
  readonly expected: number;
  readonly alsoExpected: number;
  readonly isMarkedText: boolean;
  /** The expected number itself still comes. */
  readonly resumes: boolean;
  /** The same number still comes, with a portion mark. */
  readonly markedLater: boolean;
}

function judge(candidate: ParagraphCandidate, now: Circumstances): Verdict {
  const { number, marking, afterGap } = candidate;
  const isMarked = marking !== null;
  const isWeak = now.isMarkedText && !isMarked;
  if (number === now.expected || number === now.alsoExpected) {
    return isWeak && now.markedLater ? 'reject' : 'regular';
  }
  const isSure = isMarked || afterGap;
  if (isSure && !now.resumes && String(number) === `1${now.expected}`) return 'repaired';
  if (candidate.isWithin) return 'reject';
  if (number > now.expected) {
    if (isMarked) return 'paragraph-number-gap';
    const farthest = now.isMarkedText ? 2 : 10;
    const isNear = number - now.expected <= farthest && afterGap && !now.resumes;
    return isNear ? 'paragraph-number-gap' : 'reject';
  }
  // A list inside a paragraph counts from 1 again, and then the paragraphs go on.
  if (!isMarked && (isWeak || now.resumes || !afterGap)) return 'reject';
  return 'paragraph-number-not-ascending';
}

const MESSAGES = {
  'paragraph-number-repaired': (number: number) =>
    `The paragraph sign was misread as a digit; the paragraph number is ${number}.`,
  'paragraph-number-gap': (number: number) => `Paragraph numbers are missing before ${number}.`,
  'paragraph-number-not-ascending': (number: number) =>
    `Paragraph ${number} follows the same or a higher number.`,
} as const;

function warning(
  code: keyof typeof MESSAGES,
  candidate: ParagraphCandidate,
  number: number,
): ReadWarning {
  return { code, field: 'passages', message: MESSAGES[code](number), line: candidate.line };
}
