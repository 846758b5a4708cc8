import { type AffiliationIndex, lineage } from '#src/domain/affiliation.ts';
import type { PositionColumns, Rows } from '#src/domain/position-columns.ts';

/** Positions by actor, then by condition. */
export type Cells = ReadonlyMap<number, ReadonlyMap<number, Rows>>;

/**
 * Gathers a selection into the cells of a comparison. A position belongs to each of the actors
 * that is its holder, or to which its holder rolled up on the day of the statement.
 */
export function groupByRow(
  columns: PositionColumns,
  rows: Rows,
  actors: readonly number[],
  affiliations: AffiliationIndex,
): Cells {
  const cells = new Map<number, Map<number, number[]>>(actors.map((actor) => [actor, new Map()]));
  for (const row of rows) {
    for (const actor of lineage(columns.holder[row] ?? -1, columns.day[row] ?? 0, affiliations)) {
      const ofActor = cells.get(actor);
      if (!ofActor) continue;
      const condition = columns.condition[row] ?? -1;
      const cell = ofActor.get(condition);
      if (cell) cell.push(row);
      else ofActor.set(condition, [row]);
    }
  }
  return cells;
}
