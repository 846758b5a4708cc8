import type { AffiliationIndex } from '#src/domain/affiliation.ts';
import type { PositionColumns, Rows } from '#src/domain/position-columns.ts';
import { actorRows, actorRuns, type RollUp } from '../selection/actor-rows.ts';
import { entriesByDocument } from '../selection/entries-by-document.ts';
import { keep, type Sieve } from '../selection/select-positions.ts';
import { type Tally, tallyEntries, tallyRuns } from './tally.ts';

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
  const isEver = days.from === -Infinity && days.to === Infinity;
  return conditions.map((condition) => {
    let found: Rows | null = null;
    const entries = isEver ? entriesByDocument(columns, actor, condition, affiliations, as) : null;
    const counted =
      entries === null
        ? tallyRuns(
            columns,
            actorRuns(columns, actor, condition, affiliations, days, as),
            sieve,
            scale,
          )
        : tallyEntries(entries, sieve, scale);
    return {
      condition,
      ...counted,
      rows: () =>
        (found ??= keep(
          columns,
          actorRows(columns, actor, condition, affiliations, days, as),
          sieve,
        )),
    };
  });
}
