import type { Indices } from '#src/domain/position-columns.ts';

/** The positions that are in any of several selections, each once, in the order of the columns. */
export function unionOfIndices(selections: readonly Indices[]): Indices {
  const all = new Set<number>();
  for (const rows of selections) for (const row of rows) all.add(row);
  return Int32Array.from(all).toSorted();
}
