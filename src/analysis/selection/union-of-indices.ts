import type { Indices } from '#src/domain/position-columns.ts';

/** Union of several selections of positions, in ascending order. */
export function unionOfIndices(selections: readonly Indices[]): Indices {
  const all = new Set<number>();
  for (const indices of selections) for (const index of indices) all.add(index);
  return Int32Array.from(all).toSorted();
}
