import type { Coincidences } from './coincidences.ts';

/**
 * Levels of measurement, which define the difference of two values. The stance scale is ordinal.
 */
export const MEASUREMENT_LEVELS = ['NOMINAL', 'ORDINAL', 'INTERVAL'] as const;
export type MeasurementLevel = (typeof MEASUREMENT_LEVELS)[number];

/**
 * Krippendorff's alpha: agreement among coders, corrected for chance.
 *
 *   α = 1 − D_o / D_e,  D_o = Σ_ck o_ck δ²_ck / n,  D_e = Σ_ck n_c n_k δ²_ck / (n (n − 1))
 *
 * with o_ck the coincidences, n_c their margins, n their sum, and δ² the difference of two values:
 *
 *   nominal   0 if they are equal, else 1
 *   ordinal   (Σ_{g=c…k} n_g − (n_c + n_k) / 2)²: the number of values between the two ranks
 *   interval  (c − k)²
 *
 * 1 is perfect agreement, 0 the agreement expected by chance, a negative alpha systematic
 * disagreement. Any number of coders and missing values are allowed. Krippendorff recommends .800
 * for reliable data and .667 as the minimum for tentative conclusions. `scale` lists the values of
 * the levels in the order of the matrix and of rank.
 *
 * Source: Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability"; Hayes and Krippendorff
 * 2007, Communication Methods and Measures 1. Example: two coders, ten nominal units, four
 * disagreements: 0100000010 and 1110010000 → 0.095. Undefined cases: no pairable values → null; a
 * single value in use (D_e = 0) → null, since agreement and inattention look the same.
 */
export function krippendorffAlpha(
  { levels, cells }: Coincidences,
  scale: readonly number[],
  level: MeasurementLevel,
): number | null {
  const margins = scale.map((_, c) => {
    let margin = 0;
    for (let k = 0; k < levels; k += 1) margin += cells[c * levels + k] ?? 0;
    return margin;
  });
  const total = margins.reduce((sum, margin) => sum + margin, 0);
  const difference = differences(margins, scale, level);
  let observed = 0;
  let expected = 0;
  for (const [c, ofC] of margins.entries()) {
    for (const [k, ofK] of margins.entries()) {
      const squared = difference(c, k);
      observed += (cells[c * levels + k] ?? 0) * squared;
      expected += ofC * ofK * squared;
    }
  }
  return expected > 0 ? 1 - ((total - 1) * observed) / expected : null;
}

/** δ² by the indices of two values in the scale. */
function differences(
  margins: readonly number[],
  scale: readonly number[],
  level: MeasurementLevel,
): (c: number, k: number) => number {
  switch (level) {
    case 'NOMINAL':
      return (c, k) => Number(c !== k);
    case 'ORDINAL': {
      // The mid-rank of each value's ties: the values between two are the difference of their
      // mid-ranks.
      let below = 0;
      const ranks = margins.map((margin) => {
        below += margin;
        return below - margin / 2;
      });
      return (c, k) => ((ranks[c] ?? 0) - (ranks[k] ?? 0)) ** 2;
    }
    case 'INTERVAL':
    default:
      return (c, k) => ((scale[c] ?? 0) - (scale[k] ?? 0)) ** 2;
  }
}
