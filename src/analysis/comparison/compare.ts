import type { AffiliationIndex } from '#src/domain/affiliation.ts';
import type { PositionColumns, Rows } from '#src/domain/position-columns.ts';
import { actorRows, actorRuns, type RollUp } from '../selection/actor-rows.ts';
import { keep, type Sieve } from '../selection/select-positions.ts';
import { type Tally, tally } from './tally.ts';

/** The positions of one actor on one condition. */
export interface Cell extends Tally {
  readonly condition: number;
  /** The positions: those of one holder in order of statement; holder after holder. */
  readonly rows: () => Rows;
}

/** One row of a comparison: the actor's cell for each condition, of the positions that the sieve keeps. */
export function compareActor(
  columns: PositionColumns,
  actor: number,
  conditions: readonly number[],
  scale: readonly number[],
  sieve: Sieve,
  affiliations: AffiliationIndex,
  as: RollUp = 'WHOLE',
): readonly Cell[] {
  const { days } = sieve;
  return conditions.map((condition) => {
    let found: Rows | null = null;
    return {
      condition,
      ...tally(columns, actorRuns(columns, actor, condition, affiliations, days, as), sieve, scale),
      rows: () =>
        (found ??= keep(
          columns,
          actorRows(columns, actor, condition, affiliations, days, as),
          sieve,
        )),
    };
  });
}
