import type { AffiliationIndex } from '#src/domain/affiliation.ts';
import { isEver } from '#src/domain/dates.ts';
import type { PositionColumns } from '#src/domain/position-columns.ts';
import type { RollUp } from '../caches/actor-positions.ts';
import { boundsOf, entriesByDay } from '../caches/entries-by-day.ts';
import { entriesByDocument } from '../caches/entries-by-document.ts';
import type { CompiledFilter } from '../selection/compile-filter.ts';

/**
 * Number of one actor's positions on the conditions, found by binary search on the sorted days
 * without reading the positions. Null if the filter restricts anything but days.
 */
export function countPositions(
  columns: PositionColumns,
  actor: number,
  conditions: readonly number[],
  { days, isEverySet, selected }: CompiledFilter,
  affiliations: AffiliationIndex,
  as: RollUp,
): number | null {
  if (!isEverySet || !selected.isEvery) return null;
  let count = 0;
  for (const condition of conditions) {
    const cell = [columns, actor, condition, affiliations, as, selected.groups] as const;
    const whole = isEver(days) ? entriesByDocument(...cell) : null;
    const [start, end] =
      whole === null ? boundsOf(entriesByDay(...cell), days) : [0, whole.entries.length];
    count += end - start;
  }
  return count;
}
