import type { NetworkProfile } from './network-profile.ts';

/**
 * Weighted Jaccard similarity of the profiles of two units, 0…1: the share of their statements in
 * common, sensitive to the number of statements (Ružička 1958; Jaccard 1901 for sets):
 *
 *   Σ min(x, x') / Σ max(x, x')
 *
 * over all (theme, value); with values ignored, over themes and the sums Σ_k x_ijk. Example: 2, 1,
 * 0 and 1, 0, 3 → 1 / (2 + 1 + 3) = 0.167. Undefined cases: neither has a statement → null.
 */
export function weightedJaccard(
  { counts, mentions, themes, levels }: NetworkProfile,
  a: number,
  b: number,
  values: 'VALUED' | 'IGNORED',
): number | null {
  const [vectors, width] = values === 'VALUED' ? [counts, themes * levels] : [mentions, themes];
  let [common, all] = [0, 0];
  for (let i = 0; i < width; i += 1) {
    const x = vectors[a * width + i] ?? 0;
    const y = vectors[b * width + i] ?? 0;
    common += Math.min(x, y);
    all += Math.max(x, y);
  }
  return all === 0 ? null : common / all;
}
