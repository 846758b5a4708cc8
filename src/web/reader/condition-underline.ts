/** The line that each condition has under its evidence, the same in the text and beside it. */
import type { ReaderPosition } from './evidence-spans.ts';

/** Lines that are told apart by their colour and by their kind. */
const LINES = 8;

/** Codes of the conditions in a document, in the order of the alphabet. */
export function conditionCodes(positions: readonly ReaderPosition[]): readonly string[] {
  return [...new Set(positions.map(({ condition }) => condition.code))].toSorted();
}

export function underlineClass(conditions: readonly string[], code: string): string {
  return `line-${conditions.indexOf(code) % LINES}`;
}
