/**
 * Earth mover's distance between two distributions over the stance scale: how far the shares of
 * one must be moved, and how many of them, to make the other, as a part of the longest way there is.
 *
 * Rubner, Tomasi and Guibas 2000, "The earth mover's distance as a metric for image retrieval",
 * Int. J. of Computer Vision 40:99–121; on a line it is the area between the two cumulative
 * distributions (Vallender 1974): Σ |F_a(k) − F_b(k)| · (k′ − k) over neighbouring values k < k′,
 * divided by the declared range of the scale. 0 for equal shares, 1 from one end to the other; a
 * metric. Example: all at 2 against half at 2 and half at 0, on 2…−2 → 0.25.
 * Undefined cases: either without positions, or a scale of one level → null.
 */
import { type Distribution, total } from './distribution.ts';

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
    // In whole numbers until the end, so that equal shares give 0 and not nearly 0.
    moved += Math.abs(passedA * totalB - passedB * totalA) * step;
  }
  return moved / (totalA * totalB * range);
}
