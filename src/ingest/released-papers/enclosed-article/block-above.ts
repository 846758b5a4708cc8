import type { PaperLine } from '../pages/remove-page-stamps.ts';

/** Consecutive lines without a blank line, as line indices; `end` is exclusive. */
export interface LineBlock {
  readonly start: number;
  readonly end: number;
}

/** Maximum number of lines in a block; longer blocks are prose. */
const MAX_LINES = 8;
const MAX_GAP = 2;

/** The block above a line, at most two blank lines away and not above line `least`. */
export function blockAbove(lines: readonly PaperLine[], at: number, least: number): LineBlock {
  let end = at;
  while (end > least && at - end < MAX_GAP && lines[end - 1]?.text === '') end -= 1;
  let start = end;
  while (start > least && lines[start - 1]?.text !== '' && end - start < MAX_LINES) start -= 1;
  return { start, end };
}
