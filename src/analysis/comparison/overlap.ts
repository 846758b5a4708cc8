/**
 * Overlap of two distributions: the share of positions that they have in common, level by level.
 *
 * Σ min(p_k, q_k) over the shares at each level k (Weitzman 1970, "Measures of overlap of income
 * distributions"; 1 minus the total variation distance). 1 if and only if the shares are equal, 0
 * if no level is held by both. Unlike the distance it does not ask how far apart the levels are.
 * Example: half at 2 and half at 1, against all at 1 → 0.5.
 * Undefined cases: either without positions → null.
 */
import { type Distribution, total } from './distribution.ts';

export function overlap(a: Distribution, b: Distribution): number | null {
  const totalA = total(a);
  const totalB = total(b);
  if (totalA === 0 || totalB === 0) return null;
  let shared = 0;
  for (const [value, count] of a) shared += Math.min(count * totalB, (b.get(value) ?? 0) * totalA);
  return shared / (totalA * totalB);
}
