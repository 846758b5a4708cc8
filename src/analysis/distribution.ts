/**
 * Distribution of positions over the stance scale: how many stand at each level.
 *
 * The basis of every measure of a cell. Counts, not shares, so that a reader sees how much
 * evidence there is. Example: stances 2, 2, −1 over (2 … −2) give 2, 0, 0, 1, 0.
 * Undefined cases: none; without positions every count is 0.
 */
import type { PositionColumns, Rows } from '#src/domain/position-columns.ts';

/** Counts by value of the scale. */
export type Distribution = ReadonlyMap<number, number>;

export function distribution(
  columns: PositionColumns,
  rows: Rows,
  scale: readonly number[],
): Distribution {
  const counts = new Map<number, number>(scale.map((value) => [value, 0]));
  for (const row of rows) {
    const value = columns.stance[row] ?? 0;
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}
