/** Underlines that identify the condition of a quotation, in the text and beside it. */
import type { ReaderPosition } from './evidence-spans.ts';

/** Number of underline styles, which differ in colour and in line style. */
const STYLES = 8;

/** Codes of the conditions of these positions, in alphabetical order. */
export function conditionCodes(positions: readonly ReaderPosition[]): readonly string[] {
  return [...new Set(positions.map(({ condition }) => condition.code))].toSorted();
}

/** CSS class of a condition's underline. */
export function underlineClass(conditions: readonly string[], code: string): string {
  return `line-${conditions.indexOf(code) % STYLES}`;
}
