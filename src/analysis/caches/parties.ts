import { createMemo } from '#src/analysis/caches/memoize.ts';
import { type AffiliationIndex, lineageSpans } from '#src/domain/affiliation.ts';
import type { PositionColumns } from '#src/domain/position-columns.ts';
import { holderRanges } from '#src/domain/position-order.ts';

/**
 * Every actor that was the party of a holder of positions on the conditions on some day; memoised.
 */
export function parties(
  columns: PositionColumns,
  conditions: readonly number[],
  affiliations: AffiliationIndex,
): readonly number[] {
  return memoize([columns, affiliations], conditions.join(), () =>
    partiesOf(columns, conditions, affiliations),
  );
}

const memoize = createMemo<readonly number[]>();

function partiesOf(
  columns: PositionColumns,
  conditions: readonly number[],
  affiliations: AffiliationIndex,
): readonly number[] {
  const holders = new Set(
    conditions.flatMap((each) => holderRanges(columns).get(each) ?? []).map(({ holder }) => holder),
  );
  const found = new Set<number>();
  for (const holder of holders)
    for (const { lineage } of lineageSpans(holder, affiliations))
      found.add(lineage.at(-1) ?? holder);
  return [...found];
}
