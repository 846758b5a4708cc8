/**
 * Profiles of the nodes of a one-mode network: x_ijk, the number of statements by unit i on theme j
 * with value k (Leifeld 2017). In a network of actors, units are actors and themes are conditions;
 * in a network of conditions the reverse.
 */
export interface NetworkProfile {
  readonly units: number;
  readonly themes: number;
  readonly levels: number;
  /** x_ijk at (unit · themes + theme) · levels + level, lowest level first. */
  readonly counts: Int32Array;
  /** x_ijk summed over this level and the levels below it. */
  readonly upTo: Int32Array;
  /** Σ_k x_ijk at unit · themes + theme. */
  readonly mentions: Int32Array;
  /** n_i: the number of statements of each unit. */
  readonly activity: Int32Array;
}

/** Profiles from x_ijk, in the layout of `NetworkProfile.counts`. */
export function networkProfile(
  counts: Int32Array,
  units: number,
  themes: number,
  levels: number,
): NetworkProfile {
  const upTo = new Int32Array(counts.length);
  const mentions = new Int32Array(units * themes);
  const activity = new Int32Array(units);
  for (let unit = 0; unit < units; unit += 1) {
    for (let theme = 0; theme < themes; theme += 1) {
      const place = unit * themes + theme;
      let sum = 0;
      for (let cell = place * levels; cell < (place + 1) * levels; cell += 1) {
        sum += counts[cell] ?? 0;
        upTo[cell] = sum;
      }
      mentions[place] = sum;
      activity[unit] = (activity[unit] ?? 0) + sum;
    }
  }
  return { units, themes, levels, counts, upTo, mentions, activity };
}

/** Transposes counts by (actor, condition, level) into counts by (condition, actor, level). */
export function swapRoles(
  counts: Int32Array,
  actors: number,
  conditions: number,
  levels: number,
): Int32Array {
  return counts.map((_, cell) => {
    const level = cell % levels;
    const place = (cell - level) / levels;
    const actor = place % actors;
    const condition = (place - actor) / actors;
    return counts[(actor * conditions + condition) * levels + level] ?? 0;
  });
}
