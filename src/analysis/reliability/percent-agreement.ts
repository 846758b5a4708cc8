import type { UnitPattern } from './unit-patterns.ts';

/**
 * Percent agreement, 0…1: the share of pairs of values of the same unit by two coders that are
 * equal.
 *
 *   Σ_u Σ_c n_uc (n_uc − 1) / Σ_u m_u (m_u − 1)
 *
 * with n_uc the number of coders who gave unit u the value c, and m_u the number who gave it any.
 * It is not corrected for chance: report it beside alpha (Krippendorff 2018, Content Analysis, ch.
 * 12). Example: one unit with values 1, 1, 2 → one of three pairs agrees, 1/3. Undefined cases: no
 * unit with two values → null.
 */
export function percentAgreement(patterns: readonly UnitPattern[]): number | null {
  let agreeing = 0;
  let pairs = 0;
  for (const { counts, values, units } of patterns) {
    pairs += units * values * (values - 1);
    for (const count of counts) agreeing += units * count * (count - 1);
  }
  return pairs === 0 ? null : agreeing / pairs;
}
