import { type Distribution, total } from './distribution.ts';

/**
 * Earth mover's distance between two distributions over the stance scale, 0…1: the least work that
 * turns the shares of one into those of the other, divided by the range of the scale.
 *
 * On a line it is the area between the two cumulative distributions,
 *
 *   Σ |F_a(k) − F_b(k)| · (k′ − k) / range    over neighbouring values k < k′
 *
 * (Rubner, Tomasi and Guibas 2000, "The earth mover's distance as a metric for image retrieval",
 * Int. J. of Computer Vision 40:99–121; Vallender 1974). A metric: 0 for equal shares, 1 between
 * opposite ends. Example: all at 2 against half at 2 and half at 0, on 2…−2 → 0.25. Undefined
 * cases: one of the two without positions, or a scale of one level → null.
 */
export function distance(a: Distribution, b: Distribution): number | null {
  const totalA = total(a);
  const totalB = total(b);
  const values = [...a.keys()].toSorted((x, y) => x - y);
  const range = (values.at(-1) ?? 0) - (values[0] ?? 0);
  if (totalA === 0 || totalB === 0 || range === 0) return null;
  let moved = 0;
  let [passedA, passedB] = [0, 0];
  for (const [i, value] of values.entries()) {
    passedA += a.get(value) ?? 0;
    passedB += b.get(value) ?? 0;
    const step = (values[i + 1] ?? value) - value;
    // Integers until the final division, so that equal shares give exactly 0.
    moved += Math.abs(passedA * totalB - passedB * totalA) * step;
  }
  return moved / (totalA * totalB * range);
}
