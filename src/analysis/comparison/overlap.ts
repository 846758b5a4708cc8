import { type Distribution, total } from './distribution.ts';

/**
 * Overlap of two distributions, 0…1: Σ min(p_k, q_k) over the shares p, q at each level k.
 *
 * Equals 1 minus the total variation distance (Weitzman 1970, "Measures of overlap of income
 * distributions"). 1 if and only if the shares are equal; 0 if no level occurs in both. Unlike the
 * distance, it ignores how far apart levels are. Example: half at 2 and half at 1, against all at 1
 * → 0.5. Undefined cases: one of the two without positions → null.
 */
export function overlap(a: Distribution, b: Distribution): number | null {
  const totalA = total(a);
  const totalB = total(b);
  if (totalA === 0 || totalB === 0) return null;
  let shared = 0;
  for (const [value, count] of a) shared += Math.min(count * totalB, (b.get(value) ?? 0) * totalA);
  return shared / (totalA * totalB);
}
