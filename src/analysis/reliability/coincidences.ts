/**
 * Matrix of observed coincidences: how often values c and k were given to the same unit.
 *
 * The basis of Krippendorff's alpha. A unit with m values has m(m − 1) ordered pairs of them, each
 * of which counts 1/(m − 1), so that every pairable value counts once:
 *   o_ck = Σ_u  (pairs of c and k in u) / (m_u − 1)
 * Source: Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", step C.
 * Example: one unit with values 1, 1, 2 → o_11 = 1, o_12 = o_21 = 1, o_22 = 0.
 * Undefined cases: none; a unit with a single value has nothing to pair and adds nothing.
 */
import type { UnitPattern } from './unit-patterns.ts';

/** Row by row, `levels` × `levels`. */
export interface Coincidences {
  readonly levels: number;
  readonly cells: Float64Array;
}

/** `times` gives how often each pattern occurs, in their order; its own number of units without it. */
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
