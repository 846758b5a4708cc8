import type { AffiliationIndex } from '#src/domain/affiliation.ts';
import type { PositionColumns, Rows } from '#src/domain/position-columns.ts';
import { actorRows, type RollUp } from './actor-rows.ts';
import { type Distribution, distribution } from './distribution.ts';

/** The positions of one actor on one condition. */
export interface Cell {
  readonly condition: number;
  /** Those of one holder in order of statement; holder after holder. */
  readonly rows: Rows;
  readonly distribution: Distribution;
}

/** One row of a comparison: the actor's cell for each condition, of the positions that `keep` keeps. */
export function compareActor(
  columns: PositionColumns,
  actor: number,
  conditions: readonly number[],
  scale: readonly number[],
  keep: (rows: Rows) => Rows,
  affiliations: AffiliationIndex,
  as: RollUp = 'WHOLE',
): readonly Cell[] {
  return conditions.map((condition) => {
    const rows = keep(actorRows(columns, actor, condition, affiliations, as));
    return { condition, rows, distribution: distribution(columns, rows, scale) };
  });
}
