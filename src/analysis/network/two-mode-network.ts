import type { TwoModeNormalisation } from './network-options.ts';
import type { NetworkProfile } from './network-profile.ts';
import type { NetworkEdge } from './one-mode-network.ts';

/**
 * Edges of a two-mode discourse network (affiliation network): actors linked to the conditions that
 * they mention. Nodes are the units of the profile, then its themes; `lowest` is the value of level
 * 0.
 *
 *   ignore    Σ_k x_ijk        number of statements
 *   subtract  Σ_k k · x_ijk    sum of their values, negative where rejection prevails
 *
 * Source: Leifeld 2017; the Discourse Network Analyzer's class `Exporter`, for values on a scale.
 * `ACTIVITY` divides by the actor's statements n_i, `PROMINENCE` by the condition's statements n_j.
 * An edge joins an actor to every condition that it mentions, even at weight 0. Example: an actor
 * has 2, 2, −1 on one condition and 1 on another → ignore 3 and 1, subtract 3 and 1; by activity
 * 0.75 and 0.25 in both cases. Undefined cases: none; both ends of an edge have statements.
 */
export function twoModeNetwork(
  profile: NetworkProfile,
  weight: 'IGNORE' | 'SUBTRACT',
  normalisation: TwoModeNormalisation,
  lowest: number,
): readonly NetworkEdge[] {
  const { units, themes, levels, counts, mentions, activity } = profile;
  const prominence = themeTotals(profile);
  const edges: NetworkEdge[] = [];
  for (let unit = 0; unit < units; unit += 1) {
    for (let theme = 0; theme < themes; theme += 1) {
      const place = unit * themes + theme;
      const statements = mentions[place] ?? 0;
      if (statements === 0) continue;
      let sum = 0;
      for (let level = 0; level < levels; level += 1)
        sum += (lowest + level) * (counts[place * levels + level] ?? 0);
      const divisor = { NONE: 1, ACTIVITY: activity[unit], PROMINENCE: prominence[theme] };
      const raw = weight === 'IGNORE' ? statements : sum;
      edges.push({ a: unit, b: units + theme, weight: raw / (divisor[normalisation] ?? 1) });
    }
  }
  return edges;
}

/** n_j: number of statements on each theme by all units. */
export function themeTotals({ units, themes, mentions }: NetworkProfile): Int32Array {
  const totals = new Int32Array(themes);
  for (let place = 0; place < units * themes; place += 1)
    totals[place % themes] = (totals[place % themes] ?? 0) + (mentions[place] ?? 0);
  return totals;
}
