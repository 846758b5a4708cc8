/**
 * Mean stance of a distribution over the scale −2…2.
 *
 * The arithmetic mean Σ value·count / Σ count. It takes the steps of the scale as equal, which
 * the median does not; read the two together. Example: 2, 1, −2 → 1/3.
 * Undefined cases: no positions → null.
 */
import type { Distribution } from './distribution.ts';

export function mean(counts: Distribution): number | null {
  let total = 0;
  let sum = 0;
  for (const [value, count] of counts) {
    total += count;
    sum += value * count;
  }
  return total === 0 ? null : sum / total;
}
