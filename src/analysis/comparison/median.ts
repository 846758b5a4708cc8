import type { Distribution } from './distribution.ts';

/**
 * Median stance of a distribution over the ordinal scale: the middle value, or the mean of the two
 * middle values for an even number of positions (Tukey 1977, Exploratory Data Analysis, ch. 2).
 *
 * It relies on the order of the levels only. Example: 2, 1, −2 → 1; 2, −1 → 0.5. Undefined cases:
 * no positions → null.
 */
export function median(counts: Distribution): number | null {
  // From the lowest value; distributions list the highest first.
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
