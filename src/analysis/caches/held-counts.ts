import type { PositionColumns } from '#src/domain/position-columns.ts';
import { createMemo } from './memoize.ts';
import { countedClassesOf } from './position-classes.ts';

const memoize = createMemo<ReadonlyMap<number, number>>();

/**
 * Number of positions that each actor holds itself and that count, by actor number; actors without positions are
 * absent. Memoised by columns.
 */
export function heldCounts(positions: PositionColumns): ReadonlyMap<number, number> {
  return memoize([positions], '', () => {
    const counts = new Map<number, number>();
    const classes = countedClassesOf(positions);
    for (const [index, holder] of positions.holder.entries())
      if (classes[positions.attributeSet[index] ?? 0] !== 0)
        counts.set(holder, (counts.get(holder) ?? 0) + 1);
    return counts;
  });
}
