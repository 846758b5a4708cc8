import type { AffiliationIndex } from '#src/domain/affiliation.ts';
import type { PositionColumns, Rows } from '#src/domain/position-columns.ts';
import { type Distribution, distribution } from './distribution.ts';
import { groupByRow } from './group-by-row.ts';

/** The positions of one actor on one condition. */
export interface Cell {
  readonly actor: number;
  readonly condition: number;
  /** In order of statement. */
  readonly rows: Rows;
  readonly distribution: Distribution;
}

/** The matrix of a comparison: a row of cells for each actor, in the order asked. */
export function compare(
  columns: PositionColumns,
  rows: Rows,
  actors: readonly number[],
  conditions: readonly number[],
  scale: readonly number[],
  affiliations: AffiliationIndex,
): readonly (readonly Cell[])[] {
  const cells = groupByRow(columns, rows, actors, affiliations);
  return actors.map((actor) =>
    conditions.map((condition) => {
      const inCell = cells.get(actor)?.get(condition) ?? [];
      return { actor, condition, rows: inCell, distribution: distribution(columns, inCell, scale) };
    }),
  );
}
