/**
 * Decides which candidates are paragraphs, and repairs numbers in which a scanner read the
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
  /** It begins in the middle of a line. */
  readonly isWithin: boolean;
  /** Its paragraph sign was converted to a link. */
  readonly wasLink: boolean;
}

/** A candidate accepted as a paragraph; `number` is the repaired number. */
export type NumberedParagraph = ParagraphCandidate;

/** Selects and numbers the paragraphs among the candidates, in linear time. */
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
    const occursLater = (number: number): boolean => (lastAt.get(number) ?? -1) > i;
    const verdict = classify(candidate, {
      expected,
      alsoExpected: highest + 1,
      isMarkedText,
      resumes: occursLater(expected),
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

interface Context {
  readonly expected: number;
  readonly alsoExpected: number;
  readonly isMarkedText: boolean;
  /** The expected number occurs later. */
  readonly resumes: boolean;
  /** The same number occurs later with a portion mark. */
  readonly markedLater: boolean;
}

function classify(candidate: ParagraphCandidate, context: Context): Verdict {
  const { number, marking, afterGap } = candidate;
  const isMarked = marking !== null;
  const isWeak = context.isMarkedText && !isMarked;
  if (number === context.expected || number === context.alsoExpected) {
    return isWeak && context.markedLater ? 'reject' : 'regular';
  }
  const isSure = isMarked || afterGap;
  if (isSure && !context.resumes && String(number) === `1${context.expected}`) return 'repaired';
  if (candidate.isWithin) return 'reject';
  if (number > context.expected) {
    if (isMarked) return 'paragraph-number-gap';
    const maxGap = context.isMarkedText ? 2 : 10;
    const isNear = number - context.expected <= maxGap && afterGap && !context.resumes;
    return isNear ? 'paragraph-number-gap' : 'reject';
  }
  // A list inside a paragraph restarts at 1, after which the paragraph numbers continue.
  if (!isMarked && (isWeak || context.resumes || !afterGap)) return 'reject';
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
