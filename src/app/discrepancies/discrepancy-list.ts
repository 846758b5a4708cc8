import { comparablePositions } from '#src/analysis/discrepancies/comparable-positions.ts';
import {
  type ClashRule,
  countDiscrepancies,
} from '#src/analysis/discrepancies/count-discrepancies.ts';
import {
  DISCREPANCY_KINDS,
  type DiscrepancyKind,
  kindsIn,
} from '#src/analysis/discrepancies/discrepancy-kinds.ts';
import {
  type ClashingPair,
  listDiscrepancies,
  placeOfDiscrepancy,
} from '#src/analysis/discrepancies/list-discrepancies.ts';
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { Failure } from '#src/domain/failure.ts';
import type { Indices } from '#src/domain/position-columns.ts';
import { actorAt } from '../lookup/actors.ts';

/** Number of pairs of one kind. A pair of several kinds counts in each. */
export interface DiscrepancyCount {
  readonly kind: DiscrepancyKind;
  readonly count: number;
}

/** Counted pairs, which are listed page by page. */
export interface DiscrepancyList {
  readonly total: number;
  readonly counts: readonly DiscrepancyCount[];
  /** The pairs at places `start` to `end` (exclusive). */
  readonly slice: (start: number, end: number) => readonly ClashingPair[];
  /** Place of the pair of the positions with these column indices; negative if it is not in the list. */
  readonly placeOf: (a: number, b: number) => number;
}

/** Largest value of a GraphQL `Int`. */
const MAX_INT = 2 ** 31 - 1;

/** Counts the pairs. Throws `BAD_INPUT` if there are more than a GraphQL `Int` can hold. */
export function createDiscrepancyList(
  corpus: CorpusSnapshot,
  indices: Indices,
  conditions: readonly number[],
  rule: ClashRule,
): DiscrepancyList {
  const positions = comparablePositions(
    corpus.positions,
    indices,
    conditions,
    corpus.partOf,
    (actor) => actorAt(corpus, actor).record.kind,
  );
  const count = countDiscrepancies(positions, rule);
  if (count.total > MAX_INT) {
    throw new Failure(
      'BAD_INPUT',
      `There are ${count.total} pairs; the maximum is ${MAX_INT}. Request one condition, a smaller within, or a narrower filter.`,
      { input: ['within'] },
    );
  }
  return {
    total: count.total,
    counts: DISCREPANCY_KINDS.map((kind) => ({ kind, count: countOf(kind, count.byKinds) })),
    slice: (start, end) => listDiscrepancies(positions, rule, count, start, end),
    placeOf: (a, b) => placeOfDiscrepancy(positions, rule, count, a, b) ?? -1,
  };
}

function countOf(kind: DiscrepancyKind, byKinds: Float64Array): number {
  return byKinds.reduce((sum, count, set) => (kindsIn(set).includes(kind) ? sum + count : sum), 0);
}
