import type { NetworkProfile } from './network-profile.ts';

/** Number of pairs of statements, and the sum of their distances in levels. */
export interface StatementPairs {
  readonly pairs: number;
  readonly steps: number;
}

/**
 * Pairs of statements by two units on the same theme, and their total distance: the basis of every
 * one-mode weight of a discourse network.
 *
 *   pairs = Σ_j (Σ_k x_ijk)(Σ_k x_i'jk)      steps = Σ_j Σ_k Σ_k' x_ijk · x_i'jk' · |k − k'|
 *
 * Source: Leifeld 2017, "Discourse Network Analysis", in The Oxford Handbook of Political Networks,
 * for binary values; the Discourse Network Analyzer's class `Exporter`, for values on a scale. Both
 * are integers, so that the order of summation does not matter. Distances are summed by gap between
 * adjacent levels: a pair crosses a gap if one statement is below it and the other above. That
 * takes one pass over the levels instead of one over their pairs. Example: on one theme i has 2, 2
 * and i' has 1, −2 → 4 pairs, 2·1 + 2·4 = 10 steps. Undefined cases: none; units without a common
 * theme have no pairs.
 */
export function statementPairs(profile: NetworkProfile, a: number, b: number): StatementPairs {
  const { themes, levels, mentions, upTo } = profile;
  let pairs = 0;
  let steps = 0;
  for (let theme = 0; theme < themes; theme += 1) {
    const [placeA, placeB] = [a * themes + theme, b * themes + theme];
    const ofA = mentions[placeA] ?? 0;
    const ofB = mentions[placeB] ?? 0;
    if (ofA === 0 || ofB === 0) continue;
    pairs += ofA * ofB;
    for (let gap = 0; gap < levels - 1; gap += 1) {
      const belowA = upTo[placeA * levels + gap] ?? 0;
      const belowB = upTo[placeB * levels + gap] ?? 0;
      steps += belowA * (ofB - belowB) + (ofA - belowA) * belowB;
    }
  }
  return { pairs, steps };
}
