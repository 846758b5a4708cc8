/**
 * Percent agreement: the share of pairs of values, given to the same unit by two coders, that are
 * the same.
 *
 *   Σ_u Σ_c n_uc (n_uc − 1) / Σ_u m_u (m_u − 1)
 * with n_uc the coders who gave unit u the value c and m_u those who gave it any. Easy to grasp,
 * but it takes no account of chance (two coders who always say the same of nearly everything agree
 * often): read it beside alpha (Krippendorff 2018, Content Analysis, ch. 12).
 * Example: values 1, 1, 2 of one unit → one pair of three agrees, 1/3.
 * Undefined cases: no unit with two values → null.
 */
import type { UnitPattern } from './unit-patterns.ts';

export function percentAgreement(patterns: readonly UnitPattern[]): number | null {
  let agreeing = 0;
  let pairs = 0;
  for (const { counts, values, units } of patterns) {
    pairs += units * values * (values - 1);
    for (const count of counts) agreeing += units * count * (count - 1);
  }
  return pairs === 0 ? null : agreeing / pairs;
}
