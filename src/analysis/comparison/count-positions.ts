import type { AffiliationIndex } from '#src/domain/affiliation.ts';
import type { PositionColumns } from '#src/domain/position-columns.ts';
import type { RollUp } from '../selection/actor-rows.ts';
import { boundsOf, entriesByDay } from '../selection/entries-by-day.ts';
import { entriesByDocument } from '../selection/entries-by-document.ts';
import { isEver, type Sieve } from '../selection/select-positions.ts';

/**
 * How many positions on the conditions are one actor's, where that is known without looking at them:
 * if the sieve asks for days alone, of which they are in order. Null if it asks for more.
 */
export function countPositions(
  columns: PositionColumns,
  actor: number,
  conditions: readonly number[],
  { days, isEveryKind, selected }: Sieve,
  affiliations: AffiliationIndex,
  as: RollUp,
): number | null {
  if (!isEveryKind || !selected.isEvery) return null;
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
