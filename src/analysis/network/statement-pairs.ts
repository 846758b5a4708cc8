/**
 * Pairs of statements of two units on the same theme, and how far apart they stand.
 *
 * The ground of every one-mode weight of a discourse network (Leifeld 2017, "Discourse Network
 * Analysis", in The Oxford Handbook of Political Networks, for values of yes and no; the Discourse
 * Network Analyzer's class `Exporter`, for values on a scale):
 *
 *   pairs = Σ_j (Σ_k x_ijk)(Σ_k x_i'jk)      steps = Σ_j Σ_k Σ_k' x_ijk · x_i'jk' · |k − k'|
 *
 * Both are whole numbers, so that no order of summing changes a figure. The distance is summed gap
 * by gap: a pair is apart by one step for every gap between levels that has one of its statements
 * below and the other above, so Σ_k Σ_k' takes one pass over the levels and not one over their
 * square. Example: i stands at 2, 2 and i' at 1, −2 on one theme: 4 pairs, 2·1 + 2·4 = 10 steps.
 * Undefined cases: none; units that share no theme have no pairs.
 */
import type { NetworkProfile } from './network-profile.ts';

export interface StatementPairs {
  readonly pairs: number;
  readonly steps: number;
}

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
