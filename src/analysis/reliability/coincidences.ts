import type { UnitPattern } from './unit-patterns.ts';

/** A symmetric matrix of `levels` × `levels`, row by row. */
export interface Coincidences {
  readonly levels: number;
  readonly cells: Float64Array;
}

/**
 * Matrix of observed coincidences: the number of pairs of values c and k within the same unit, the
 * basis of Krippendorff's alpha.
 *
 *   o_ck = Σ_u (ordered pairs of c and k in u) / (m_u − 1)
 *
 * A unit with m_u values has m_u (m_u − 1) ordered pairs, each weighted by 1 / (m_u − 1), so that
 * every pairable value counts once (Krippendorff 2011, "Computing Krippendorff's
 * Alpha-Reliability", step C). `times` lists the frequency of each pattern; default: its number of
 * units. Example: one unit with values 1, 1, 2 → o_11 = 1, o_12 = o_21 = 1, o_22 = 0. Undefined
 * cases: none; a unit with a single value adds nothing.
 */
export function coincidences(
  patterns: readonly UnitPattern[],
  levels: number,
  times?: readonly number[],
): Coincidences {
  const cells = new Float64Array(levels * levels);
  for (const [p, { counts, values, units }] of patterns.entries()) {
    if (values < 2) continue;
    const weight = (times?.[p] ?? units) / (values - 1);
    for (const [c, ofC] of counts.entries()) {
      if (ofC === 0) continue;
      for (const [k, ofK] of counts.entries()) {
        const cell = c * levels + k;
        cells[cell] = (cells[cell] ?? 0) + ofC * (c === k ? ofK - 1 : ofK) * weight;
      }
    }
  }
  return { levels, cells };
}
