import type { AffiliationIndex } from '#src/domain/affiliation.ts';
import type { PositionColumns, Rows } from '#src/domain/position-columns.ts';
import { actorRows, type RollUp } from '../selection/actor-rows.ts';
import type { Sieve } from '../selection/select-positions.ts';
import { type Distribution, distribution } from './distribution.ts';
import { documentCount } from './document-count.ts';

/** The positions of one actor on one condition. */
export interface Cell {
  readonly condition: number;
  readonly count: number;
  readonly documentCount: number;
  readonly distribution: Distribution;
  /** The positions: those of one holder in order of statement; holder after holder. */
  readonly rows: () => Rows;
}

/** Where rows are gathered while they are counted: one room for all cells, so that none is left over. */
const rooms = new WeakMap<PositionColumns, Rows>();

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
  const room = rooms.get(columns) ?? new Int32Array(columns.length);
  rooms.set(columns, room);
  return conditions.map((condition) => {
    const rows = keep(actorRows(columns, actor, condition, affiliations, days, as, room), room);
    let found: Rows | null = null;
    return {
      condition,
      count: rows.length,
      documentCount: documentCount(columns, rows),
      distribution: distribution(columns, rows, scale),
      rows: () => (found ??= keep(actorRows(columns, actor, condition, affiliations, days, as))),
    };
  });
}
