import type { NetworkProfile } from './network-profile.ts';

/**
 * The divisor of the Discourse Network Analyzer's "jaccard" setting (class `Exporter`), over all
 * themes j and values k:
 *
 *   Σ x_ijk [x_i'jk = 0] + Σ x_i'jk [x_ijk = 0] + Σ x_ijk · x_i'jk
 *
 * It adds counts to products of counts, so that normalised weights can exceed 1. It reproduces that
 * tool's figures; Jaccard's own measure is `weightedJaccard`. Example: counts 2, 1, 0 and 1, 0, 3 →
 * 1 + 3 + 2 = 6. Undefined cases: neither has a statement → null.
 */
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
