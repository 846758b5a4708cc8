import { averageActivity } from './average-activity.ts';
import { dnaCosine } from './dna-cosine.ts';
import { dnaJaccard } from './dna-jaccard.ts';
import type { NetworkWeight, OneModeNormalisation } from './network-options.ts';
import type { NetworkProfile } from './network-profile.ts';
import { networkWeight } from './network-weight.ts';
import { profileCosine } from './profile-cosine.ts';
import { type StatementPairs, statementPairs } from './statement-pairs.ts';
import { weightedJaccard } from './weighted-jaccard.ts';

/** An edge between the nodes at indices `a` < `b`. */
export interface NetworkEdge {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

/**
 * Edges of a one-mode discourse network, in order of their ends: units that share a theme, weighted
 * by how close their statements are. `range` is the range of the declared scale.
 *
 * Congruence, conflict or the difference of the two between actors; with roles swapped, between
 * conditions (Leifeld 2017, "Discourse Network Analysis", in The Oxford Handbook of Political
 * Networks). An edge joins two units with statements on a common theme, even at weight 0, so that
 * balanced agreement differs from absence.
 *
 * `NONE` keeps the weight (network-weight.ts); `AVERAGE_ACTIVITY`, `DNA_COSINE` and `DNA_JACCARD`
 * divide it. `COSINE` and `JACCARD` replace it by a similarity of profiles: over themes and values
 * for `CONGRUENCE`, over themes for `IGNORE`. Undefined cases: `COSINE` and `JACCARD` of conflict
 * or subtract, and weights that need a distance on a scale of one level → no edge.
 */
export function oneModeNetwork(
  profile: NetworkProfile,
  weight: NetworkWeight,
  normalisation: OneModeNormalisation,
  range: number,
): readonly NetworkEdge[] {
  const edges: NetworkEdge[] = [];
  for (let a = 0; a < profile.units; a += 1) {
    if (profile.activity[a] === 0) continue;
    for (let b = a + 1; b < profile.units; b += 1) {
      const between = statementPairs(profile, a, b);
      if (between.pairs === 0) continue;
      const value =
        normalisation === 'COSINE' || normalisation === 'JACCARD'
          ? similarity(profile, a, b, weight, normalisation)
          : quotient(profile, a, b, between, weight, normalisation, range);
      if (value !== null) edges.push({ a, b, weight: value });
    }
  }
  return edges;
}

function similarity(
  profile: NetworkProfile,
  a: number,
  b: number,
  weight: NetworkWeight,
  normalisation: 'COSINE' | 'JACCARD',
): number | null {
  if (weight === 'CONFLICT' || weight === 'SUBTRACT') return null;
  const values = weight === 'IGNORE' ? 'IGNORED' : 'VALUED';
  const measure = normalisation === 'COSINE' ? profileCosine : weightedJaccard;
  return measure(profile, a, b, values);
}

const DIVISORS = {
  NONE: () => 1,
  AVERAGE_ACTIVITY: averageActivity,
  DNA_COSINE: dnaCosine,
  DNA_JACCARD: dnaJaccard,
} as const;

function quotient(
  profile: NetworkProfile,
  a: number,
  b: number,
  between: StatementPairs,
  weight: NetworkWeight,
  normalisation: keyof typeof DIVISORS,
  range: number,
): number | null {
  const raw = networkWeight(between, weight, range);
  const divisor = DIVISORS[normalisation](profile, a, b);
  return raw === null || divisor === null ? null : raw.numerator / (raw.over * divisor);
}
