import type { AffiliationIndex } from '#src/domain/affiliation.ts';
import type { PositionColumns, Rows } from '#src/domain/position-columns.ts';
import type { RollUp } from '../selection/actor-rows.ts';
import { boundsOf, type EntriesByDay, entriesByDay } from '../selection/entries-by-day.ts';
import { entriesByDocument } from '../selection/entries-by-document.ts';
import { isEver, keep, type Sieve } from '../selection/select-positions.ts';
import { type Tally, tallyByDay, tallyByDocument } from './tally.ts';

/** The positions of one actor on one condition. */
export interface Cell extends Tally {
  readonly condition: number;
  /** The positions, in order of statement. */
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
  return conditions.map((condition) => {
    let found: Rows | null = null;
    const cell = [columns, actor, condition, affiliations, as, sieve.selected.groups] as const;
    const byDocument = isEver(sieve.days) ? entriesByDocument(...cell) : null;
    const tally =
      byDocument === null
        ? tallyByDay(columns, entriesByDay(...cell), sieve, scale)
        : tallyByDocument(byDocument, sieve, scale);
    return {
      condition,
      ...tally,
      rows: () => (found ??= keptRows(columns, entriesByDay(...cell), sieve)),
    };
  });
}

function keptRows(columns: PositionColumns, entries: EntriesByDay, sieve: Sieve): Rows {
  return keep(columns, entries.rows.subarray(...boundsOf(entries, sieve.days)), sieve);
}
