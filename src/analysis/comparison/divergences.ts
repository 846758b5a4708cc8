import { distance } from './distance.ts';
import type { Distribution } from './distribution.ts';
import { overlap } from './overlap.ts';

/**
 * Two cells of one condition, with their distance (distance.ts) and overlap (overlap.ts), both 0…1.
 */
export interface Divergence<Cell> {
  readonly a: Cell;
  readonly b: Cell;
  readonly distance: number;
  readonly overlap: number;
}

/**
 * Every pair of rows of a comparison on every condition, in order of rows, then conditions.
 * Undefined cases: a pair of which one cell has no positions is absent.
 */
export function divergences<Cell extends { readonly distribution: Distribution }>(
  rows: readonly { readonly cells: readonly Cell[] }[],
): Divergence<Cell>[] {
  const found: Divergence<Cell>[] = [];
  for (const [i, upper] of rows.entries()) {
    for (const lower of rows.slice(i + 1)) {
      for (const [column, a] of upper.cells.entries()) {
        const b = lower.cells[column];
        if (b === undefined) continue;
        const apart = distance(a.distribution, b.distribution);
        const shared = overlap(a.distribution, b.distribution);
        if (apart !== null && shared !== null)
          found.push({ a, b, distance: apart, overlap: shared });
      }
    }
  }
  return found;
}
