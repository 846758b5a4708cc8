import type { PaperLine } from '../pages/remove-page-stamps.ts';

/** Lines that stand together; indices, end exclusive. */
export interface LineBlock {
  readonly start: number;
  readonly end: number;
}

/** Longer blocks are prose; what lies above is not looked at. */
const LONGEST_BLOCK = 8;
const WIDEST_GAP = 2;

/** The block that ends above a line, over a gap of two blanks at most, not reaching above `least`. */
export function blockAbove(lines: readonly PaperLine[], at: number, least: number): LineBlock {
  let end = at;
  while (end > least && at - end < WIDEST_GAP && lines[end - 1]?.text === '') end -= 1;
  let start = end;
  while (start > least && lines[start - 1]?.text !== '' && end - start < LONGEST_BLOCK) start -= 1;
  return { start, end };
}
