import { DISCREPANCY_LABEL } from '../format/enum-labels.ts';
import { formatCount, formatNumber } from '../format/numbers.ts';
import type { Discrepancies, Moment } from './timeline-types.ts';

/** The number of discrepancies, in all and by kind: `3 discrepancies (2 public vs. private, …)`. */
export function describeDiscrepancies(discrepancies: Discrepancies | undefined): string {
  const total = formatCount(discrepancies?.pairs.totalCount ?? 0, 'discrepancy', 'discrepancies');
  const kinds = discrepancies?.counts.filter(({ count }) => count > 0) ?? [];
  if (kinds.length === 0) return total;
  const byKind = kinds.map(
    ({ kind, count }) => `${formatNumber(count)} ${DISCREPANCY_LABEL[kind]}`,
  );
  return `${total} (${byKind.join(', ')})`;
}

/** What the chart of a lane leaves out; empty if nothing. */
export function describeOmissions(
  moments: readonly Moment[],
  pairs: Discrepancies['pairs'] | undefined,
): string {
  const drawn = pairs?.nodes.length ?? 0;
  const maxLoaded = Math.max(0, ...moments.map(({ positions }) => positions.nodes.length));
  const isCut = moments.some(({ positions }) => positions.totalCount > positions.nodes.length);
  return [
    (pairs?.totalCount ?? 0) > drawn && `. Arcs show the first ${drawn} discrepancies`,
    isCut && `. On dates with more than ${maxLoaded} positions, marks show the first ${maxLoaded}`,
  ]
    .filter(Boolean)
    .join('');
}
