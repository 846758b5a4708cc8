/**
 * What the Discourse Network Analyzer divides by under the name of Jaccard (class `Exporter`,
 * setting "jaccard"), over all themes j and values k:
 *
 *   Σ x_ijk [x_i'jk = 0] + Σ x_i'jk [x_ijk = 0] + Σ x_ijk · x_i'jk
 *
 * It mixes counts and products of counts, so that a weight so divided can pass 1. It is here so
 * that users of that tool find their figures again; Jaccard's own is weighted-jaccard.ts.
 * Example: counts 2, 1, 0 and 1, 0, 3 → 1 + 3 + 2 = 6.
 * Undefined cases: neither has a statement → null.
 */
import type { NetworkProfile } from './network-profile.ts';

export function dnaJaccard(profile: NetworkProfile, a: number, b: number): number | null {
  const width = profile.themes * profile.levels;
  let sum = 0;
  for (let i = 0; i < width; i += 1) {
    const x = profile.counts[a * width + i] ?? 0;
    const y = profile.counts[b * width + i] ?? 0;
    sum += x === 0 || y === 0 ? x + y : x * y;
  }
  return sum === 0 ? null : sum;
}
