/**
 * Counts the statements of each actor on each condition with each value (x_ijk), window by window.
 *
 * The windows slide: what enters is added and what leaves is taken away, so that a thousand
 * overlapping windows cost no more than two passes. Of duplicates within a window one counts; a
 * window's counts are those of a network asked for with its days as the filter.
 */
import type { Window } from './calendar-windows.ts';
import type { NetworkStatements } from './network-statements.ts';

/** Counts by cell. One list, overwritten from window to window. Windows must not go backwards. */
export function* countsByWindow(
  { actors, conditions, levels, day, cell, key }: NetworkStatements,
  windows: Iterable<Window>,
): Generator<Int32Array, void, void> {
  const counts = new Int32Array(actors.length * conditions.length * levels);
  const standing = key && new Int32Array(key.length);
  const add = (s: number, by: 1 | -1): void => {
    if (key && standing) {
      const before = standing[key[s] ?? 0] ?? 0;
      standing[key[s] ?? 0] = before + by;
      // Only the first to come and the last to go change what is counted.
      if (Math.max(before, before + by) > 1) return;
    }
    counts[cell[s] ?? 0] = (counts[cell[s] ?? 0] ?? 0) + by;
  };
  let [first, end] = [0, 0];
  for (const { from, to } of windows) {
    for (; end < day.length && (day[end] ?? 0) <= to; end += 1) add(end, 1);
    for (; first < end && (day[first] ?? 0) < from; first += 1) add(first, -1);
    yield counts;
  }
}
