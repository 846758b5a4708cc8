import { createMemo } from '#src/analysis/caches/memoize.ts';
import type { AffiliationIndex } from '#src/domain/affiliation.ts';
import type { PositionColumns } from '#src/domain/position-columns.ts';
import { holderRanges } from '#src/domain/position-order.ts';
import { speakerSpans } from '#src/domain/spoken-for.ts';

/**
 * Every actor that was on some day the party of somebody who holds positions on the conditions; memoised.
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
  const found = new Set<number>();
  for (const condition of conditions)
    for (const range of holderRanges(columns).get(condition) ?? [])
      for (const { lineage } of speakerSpans(range, affiliations))
        found.add(lineage.at(-1) ?? range.holder);
  return [...found];
}
