import { createMemo } from '#src/analysis/caches/memoize.ts';
import type { AffiliationIndex } from '#src/domain/affiliation.ts';
import type { PositionColumns } from '#src/domain/position-columns.ts';
import { partiesOn } from './actor-positions.ts';

/** Every actor that is the party of a position on the conditions; memoised. */
export function parties(
  columns: PositionColumns,
  conditions: readonly number[],
  affiliations: AffiliationIndex,
): readonly number[] {
  return memoize([columns, affiliations], conditions.join(), () => [
    ...new Set(conditions.flatMap((each) => partiesOn(columns, each, affiliations))),
  ]);
}

const memoize = createMemo<readonly number[]>();
