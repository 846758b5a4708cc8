import type { NetworkProfile } from './network-profile.ts';

/**
 * Cosine of the profiles of two units, 0…1, independent of the number of statements (Salton &
 * McGill 1983, Introduction to Modern Information Retrieval):
 *
 *   Σ x · x' / √(Σ x² · Σ x'²)
 *
 * over all (theme, value); with values ignored, over themes and the sums Σ_k x_ijk. Example: 2, 1,
 * 0 and 1, 0, 3 → 2 / √(5 · 10) = 0.283. Undefined cases: one of them has no statement → null.
 */
export function profileCosine(
  { counts, mentions, themes, levels }: NetworkProfile,
  a: number,
  b: number,
  values: 'VALUED' | 'IGNORED',
): number | null {
  const [vectors, width] = values === 'VALUED' ? [counts, themes * levels] : [mentions, themes];
  let [product, squaresA, squaresB] = [0, 0, 0];
  for (let i = 0; i < width; i += 1) {
    const x = vectors[a * width + i] ?? 0;
    const y = vectors[b * width + i] ?? 0;
    product += x * y;
    squaresA += x * x;
    squaresB += y * y;
  }
  if (squaresA === 0 || squaresB === 0) return null;
  // Rounding can lift equal directions slightly above 1.
  return Math.min(1, product / Math.sqrt(squaresA * squaresB));
}
