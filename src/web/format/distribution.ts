import type { Stance } from '#src/client/generated/graphql.ts';
import { STANCE_LABEL } from './enum-labels.ts';
import { formatNumber } from './numbers.ts';

/** A distribution of positions by stance: `3 resists, 1 upholds`. */
export function formatDistribution(
  distribution: readonly { readonly stance: Stance; readonly count: number }[],
): string {
  return distribution
    .filter(({ count }) => count > 0)
    .map(({ stance, count }) => `${formatNumber(count)} ${STANCE_LABEL[stance]}`)
    .join(', ');
}
