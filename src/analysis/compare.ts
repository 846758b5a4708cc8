import type { AffiliationIndex } from '#src/domain/affiliation.ts';
import type { PositionColumns, Rows } from '#src/domain/position-columns.ts';
import { actorRows, type RollUp } from './actor-rows.ts';
import { type Distribution, distribution } from './distribution.ts';
import type { Sieve } from './select-positions.ts';

/** The positions of one actor on one condition. */
export interface Cell {
  readonly condition: number;
  /** Those of one holder in order of statement; holder after holder. */
  readonly rows: Rows;
  readonly distribution: Distribution;
}

/** One row of a comparison: the actor's cell for each condition, of the positions that the sieve keeps. */
export function compareActor(
  columns: PositionColumns,
  actor: number,
  conditions: readonly number[],
  scale: readonly number[],
  { days, keep }: Sieve,
  affiliations: AffiliationIndex,
  as: RollUp = 'WHOLE',
): readonly Cell[] {
  return conditions.map((condition) => {
    const rows = keep(actorRows(columns, actor, condition, affiliations, days, as));
    return { condition, rows, distribution: distribution(columns, rows, scale) };
  });
}
