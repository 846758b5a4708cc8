/**
 * Two-mode discourse network, or affiliation network: which actor spoke on which condition.
 *
 *   ignore    Σ_k x_ijk        the number of statements
 *   subtract  Σ_k k · x_ijk    the sum of their values, below 0 where rejection prevails
 *
 * (Leifeld 2017; the Discourse Network Analyzer's class `Exporter`, for values on a scale.)
 * `ACTIVITY` divides by the statements of the actor, n_i, so that the weights of `ignore` are the
 * shares of what it said; `PROMINENCE` by the statements on the condition, n_j. An edge joins an
 * actor to every condition it spoke on, even if its weight is 0.
 * Example: an actor stands at 2, 2, −1 on one condition, and at 1 on another: ignore 3 and 1,
 * subtract 3 and 1; by activity 0.75 and 0.25 both times.
 * Undefined cases: none, since who has an edge has a statement.
 */

import type { TwoModeNormalisation } from './network-options.ts';
import type { NetworkProfile } from './network-profile.ts';
import type { NetworkEdge } from './one-mode-network.ts';

/** Nodes are the units of the profile, then its themes. `lowest` is the value of level 0. */
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

/** n_j: the statements on each theme, of all units. */
export function themeTotals({ units, themes, mentions }: NetworkProfile): Int32Array {
  const totals = new Int32Array(themes);
  for (let place = 0; place < units * themes; place += 1)
    totals[place % themes] = (totals[place % themes] ?? 0) + (mentions[place] ?? 0);
  return totals;
}
