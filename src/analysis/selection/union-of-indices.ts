import type { Indices } from '#src/domain/position-columns.ts';

/** Union of several selections of positions, in ascending order. */
export function unionOfIndices(selections: readonly Indices[]): Indices {
  const all = new Set<number>();
  for (const rows of selections) for (const row of rows) all.add(row);
  return Int32Array.from(all).toSorted();
}
