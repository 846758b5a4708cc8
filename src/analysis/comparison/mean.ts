import type { Distribution } from './distribution.ts';

/**
 * Mean stance of a distribution over the scale −2…2: Σ value·count / Σ count.
 *
 * It assumes equal steps between levels; the median does not. Example: 2, 1, −2 → 1/3. Undefined
 * cases: no positions → null.
 */
export function mean(counts: Distribution): number | null {
  let total = 0;
  let sum = 0;
  for (const [value, count] of counts) {
    total += count;
    sum += value * count;
  }
  return total === 0 ? null : sum / total;
}
