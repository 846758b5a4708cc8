import { type AffiliationIndex, lineageSpans } from '#src/domain/affiliation.ts';
import type { PositionColumns, Rows } from '#src/domain/position-columns.ts';
import { firstFrom, holderRanges } from '#src/domain/position-order.ts';
import type { Days } from './select-positions.ts';

/** Whose positions are an actor's: of all that are part of it, or only those of which it is the party. */
export type RollUp = 'WHOLE' | 'PARTY';

/**
 * The positions of one actor on one condition, stated on those days: those it holds itself, and those whose holder was
 * part of it on the day of the statement. Rows of one holder are in order of statement.
 *
 * As a party only those whose holder it was the top of on that day: of parties each position has one.
 *
 * They are found, not searched for: the rows of a holder are a range, and so are those of the days
 * on which the holder's lineage stays the same.
 */
export function actorRows(
  columns: PositionColumns,
  actor: number,
  condition: number,
  affiliations: AffiliationIndex,
  days: Days,
  as: RollUp = 'WHOLE',
): Rows {
  const runs: (readonly [number, number])[] = [];
  let length = 0;
  for (const { holder, start, end } of holderRanges(columns).get(condition) ?? []) {
    for (const { from, to, lineage } of lineageSpans(holder, affiliations)) {
      if (as === 'PARTY' ? lineage.at(-1) !== actor : !lineage.includes(actor)) continue;
      const first = firstFrom(columns.day, start, end, Math.max(from, days.from));
      const next = firstFrom(columns.day, first, end, Math.min(to, days.to) + 1);
      runs.push([first, next]);
      length += next - first;
    }
  }
  const rows = new Int32Array(length);
  let at = 0;
  for (const [first, next] of runs) {
    for (let row = first; row < next; row += 1) {
      rows[at] = row;
      at += 1;
    }
  }
  return rows;
}
