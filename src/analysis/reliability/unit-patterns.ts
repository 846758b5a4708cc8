/**
 * The values of many units, folded: units with as many values at each level are alike to every
 * measure of agreement. A million units of three coders on five levels have at most 55 patterns,
 * so that alpha and its thousand resamples cost no more than those of a few units.
 */

/** Units that have the same number of values at each level. */
export interface UnitPattern {
  /** How many coders chose each level, in the order of the scale. */
  readonly counts: readonly number[];
  /** How many values such a unit has: the sum of the counts. */
  readonly values: number;
  /** How many units are so. */
  readonly units: number;
}

/** `units` gives the values of each unit; every one must be on the scale. In a fixed order. */
export function unitPatterns(
  units: Iterable<readonly number[]>,
  scale: readonly number[],
): readonly UnitPattern[] {
  const levelOf = new Map(scale.map((value, level) => [value, level]));
  const found = new Map<string, { readonly counts: readonly number[]; units: number }>();
  for (const values of units) {
    const counts = scale.map(() => 0);
    for (const value of values) {
      const level = levelOf.get(value) ?? -1;
      counts[level] = (counts[level] ?? 0) + 1;
    }
    const key = counts.join(' ');
    const before = found.get(key);
    if (before) before.units += 1;
    else found.set(key, { counts, units: 1 });
  }
  return [...found]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { counts, units: alike }]) => ({
      counts,
      values: counts.reduce((sum, count) => sum + count, 0),
      units: alike,
    }));
}
