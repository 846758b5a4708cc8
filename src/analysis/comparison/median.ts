/**
 * Median stance of a distribution over the ordinal scale.
 *
 * The middle value once positions are put in order; of an even number, the mean of the two in
 * the middle (Tukey 1977, Exploratory Data Analysis, ch. 2). The measure of choice for a
 * scale of which only the order is sure. Example: 2, 1, −2 → 1; 2, −1 → 0.5.
 * Undefined cases: no positions → null.
 */
import type { Distribution } from './distribution.ts';

export function median(counts: Distribution): number | null {
  // From the lowest: distributions come from the highest.
  const levels = [...counts].toReversed();
  const total = levels.reduce((sum, [, count]) => sum + count, 0);
  if (total === 0) return null;
  const at = (rank: number): number => {
    let passed = 0;
    for (const [value, count] of levels) {
      passed += count;
      if (rank < passed) return value;
    }
    return 0;
  };
  return (at(Math.floor((total - 1) / 2)) + at(Math.floor(total / 2))) / 2;
}
