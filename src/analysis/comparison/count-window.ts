/**
 * Positions of a cell within days, all kinds of them, by class, and in how many documents.
 *
 * Who moves a period asks for nearly the same days again. The window that was counted last is kept,
 * and only what comes in at its ends or goes out is counted: a document is new if it has no position
 * between the other end and the one that comes in.
 */
import type { EntriesByDay } from '../caches/entries-by-day.ts';
import type { CompiledFilter } from '../selection/compile-filter.ts';
import { type Counted, noCounts } from './counted.ts';

interface Window {
  /** What passes, by which it was counted: all kinds, and the groups of documents that do. */
  readonly kinds: Uint8Array;
  readonly passing: Uint8Array;
  start: number;
  end: number;
  documentCount: number;
  readonly counts: number[];
}

/** Of each cell the last one: only what no filter narrows but the days is decided once, and asked again. */
const windows = new WeakMap<EntriesByDay, Window>();

/** The bounds are indices of entries: from the first on, and before the second. */
export function countWindow(
  entries: EntriesByDay,
  [start, end]: readonly [number, number],
  { kinds, selected: { passing } }: CompiledFilter,
): Counted {
  const { groups, kinds: kindAt, next, previous } = entries;
  let window = windows.get(entries);
  if (window?.kinds !== kinds || window.passing !== passing) {
    const counts = noCounts();
    window = { kinds, passing, counts, start: 0, end: 0, documentCount: 0 };
    windows.set(entries, window);
  }
  const { counts } = window;
  /** What comes in, or goes out (−1); `isOnly` if nothing else of its document is within. */
  const count = (i: number, by: 1 | -1, isOnly: boolean): void => {
    const passes = passing[groups[i] as number] as number;
    const kind = (kinds[kindAt[i] as number] as number) & -passes;
    counts[kind] = (counts[kind] as number) + by;
    if (isOnly) window.documentCount += by * passes;
  };
  const moved = Math.abs(start - window.start) + Math.abs(end - window.end);
  if (moved > end - start) {
    counts.fill(0);
    Object.assign(window, { start, end: start, documentCount: 0 });
  }
  for (; window.end < end; window.end += 1)
    count(window.end, 1, (previous[window.end] as number) < window.start);
  for (; window.start > start; window.start -= 1)
    count(window.start - 1, 1, (next[window.start - 1] as number) >= window.end);
  for (; window.end > end; window.end -= 1)
    count(window.end - 1, -1, (previous[window.end - 1] as number) < window.start);
  for (; window.start < start; window.start += 1)
    count(window.start, -1, (next[window.start] as number) >= window.end);
  return { counts: counts.slice(), documentCount: window.documentCount };
}
