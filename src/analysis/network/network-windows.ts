import type { Window } from './calendar-windows.ts';
import type { NetworkStatements } from './network-statements.ts';

/**
 * Counts of the statements of each actor on each condition with each value (x_ijk), window by
 * window, at the index of the statement's cell. Yields one array, overwritten for each window;
 * windows must be in order of time.
 *
 * Statements that enter a window are added and those that leave are subtracted, so that any number
 * of overlapping windows takes two passes. Of duplicates within a window one counts. The counts of
 * a window equal those of a network filtered by its days.
 */
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
      // Only the first duplicate to enter and the last to leave change the count.
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
