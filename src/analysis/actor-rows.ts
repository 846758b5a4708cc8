import { type AffiliationIndex, lineageSpans } from '#src/domain/affiliation.ts';
import type { PositionColumns, Rows } from '#src/domain/position-columns.ts';
import { holderRanges } from '#src/domain/position-order.ts';

/** Whose positions are an actor's: of all that are part of it, or only those of which it is the party. */
export type RollUp = 'WHOLE' | 'PARTY';

/**
 * The positions of one actor on one condition: those it holds itself, and those whose holder was
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
  as: RollUp = 'WHOLE',
): Rows {
  const runs: (readonly [number, number])[] = [];
  let length = 0;
  for (const { holder, start, end } of holderRanges(columns).get(condition) ?? []) {
    for (const { from, to, lineage } of lineageSpans(holder, affiliations)) {
      if (as === 'PARTY' ? lineage.at(-1) !== actor : !lineage.includes(actor)) continue;
      const first = firstFrom(columns.day, start, end, from);
      const next = firstFrom(columns.day, first, end, to + 1);
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

/** The first row from `start` on, before `end`, whose day is `day` or later; `end` if there is none. */
function firstFrom(days: Int32Array, start: number, end: number, day: number): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((days[middle] ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
