import type { EntriesByDay } from './entries-by-day.ts';
import { type ClassCounts, noCounts } from './position-classes.ts';

/** The days of a cell that were counted last, with their counts. */
interface Window {
  /** Classes and groups of documents that passed; the counts are valid for these arrays only. */
  readonly classes: Uint8Array;
  readonly passing: Uint8Array;
  start: number;
  end: number;
  documentCount: number;
  readonly counts: number[];
}

/**
 * The last window of each cell. Without filters other than days, the arrays of sets and groups are
 * memoised, so that they are the same objects in the next comparison.
 */
const windows = new WeakMap<EntriesByDay, Window>();

/**
 * Counts the positions of a cell within a range of days by class, and their documents.
 *
 * Consecutive comparisons often cover nearly the same days. The last window of each cell is kept,
 * and only the entries that enter or leave it are counted: a document is new if none of its
 * positions lies between the other end of the window and the entry that enters. Takes time linear
 * in the entries that enter and leave, at most in those of the new window.
 *
 * The range holds indices of entries: the first, and the one after the last. `classes` holds the
 * class of each attribute set, 0 if it does not pass; `passing` 1 for each group of documents that does.
 */
export function countWindow(
  entries: EntriesByDay,
  [start, end]: readonly [number, number],
  classes: Uint8Array,
  passing: Uint8Array,
): ClassCounts {
  const { groups, attributeSets, next, previous } = entries;
  let window = windows.get(entries);
  if (window?.classes !== classes || window.passing !== passing) {
    const counts = noCounts();
    window = { classes, passing, counts, start: 0, end: 0, documentCount: 0 };
    windows.set(entries, window);
  }
  const { counts } = window;
  /**
   * Adds an entry (1) or removes it (−1); `isOnly` if the window holds no other entry of its
   * document.
   */
  const count = (i: number, by: 1 | -1, isOnly: boolean): void => {
    const passes = passing[groups[i] as number] as number;
    const each = (classes[attributeSets[i] as number] as number) & -passes;
    counts[each] = (counts[each] as number) + by;
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
