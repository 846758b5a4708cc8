import type { PositionColumns } from '#src/domain/position-columns.ts';
import { createMemo } from './memoize.ts';

const memoize = createMemo<ReadonlyMap<number, number>>();

/**
 * Number of positions that each actor holds itself, by actor number; actors without positions are
 * absent. Memoised by columns.
 */
export function heldCounts(positions: PositionColumns): ReadonlyMap<number, number> {
  return memoize([positions], '', () => {
    const counts = new Map<number, number>();
    for (const holder of positions.holder) counts.set(holder, (counts.get(holder) ?? 0) + 1);
    return counts;
  });
}
