import type { PositionColumns, Rows } from '#src/domain/position-columns.ts';

/** In how many documents the positions were found. */
export function documentCount({ document }: PositionColumns, rows: Rows): number {
  if (rows.length < FEW) return new Set(rows.map((row) => document[row] ?? 0)).size;
  let last = 0;
  for (let i = 0; i < rows.length; i += 1) last = Math.max(last, document[rows[i] ?? 0] ?? 0);
  const seen = new Uint8Array(last + 1);
  let count = 0;
  for (let i = 0; i < rows.length; i += 1) {
    const at = document[rows[i] ?? 0] ?? 0;
    count += 1 - (seen[at] ?? 0);
    seen[at] = 1;
  }
  return count;
}

/** Below so many positions a set is quicker than a mark for every document of the corpus. */
const FEW = 64;
