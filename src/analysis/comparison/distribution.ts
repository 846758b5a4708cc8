import {
  type Indices,
  type PositionColumns,
  stanceByAttributeSet,
} from '#src/domain/position-columns.ts';

/** Number of positions at each value of the scale, from the highest value to the lowest. */
export type Distribution = ReadonlyMap<number, number>;

const LEAST = -2;
const LEVELS = 5;

/**
 * Distribution of positions over the stance scale: the number of positions at each level.
 *
 * The basis of every measure of a cell. Counts, not shares, so that the amount of evidence stays
 * visible. Example: stances 2, 2, −1 over 2…−2 → 2, 0, 0, 1, 0. Undefined cases: none; without
 * positions every count is 0.
 */
export function distribution(
  columns: PositionColumns,
  indices: Indices,
  scale: readonly number[],
): Distribution {
  const { attributeSet } = columns;
  const stances = stanceByAttributeSet(columns);
  const counts = new Int32Array(LEVELS);
  for (let i = 0; i < indices.length; i += 1) {
    const level = (stances[attributeSet[indices[i] ?? 0] ?? 0] ?? 0) - LEAST;
    counts[level] = (counts[level] ?? 0) + 1;
  }
  return new Map(scale.map((value) => [value, counts[value - LEAST] ?? 0]));
}

/** Number of positions in a distribution. */
export function total(counts: Distribution): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}
