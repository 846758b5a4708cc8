/** The list of the pairs of a result: counted once, made page by page. */
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
  listDiscrepancies,
  placeOfDiscrepancy,
} from '#src/analysis/discrepancies/list-discrepancies.ts';
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { Failure } from '#src/domain/failure.ts';
import type { Indices } from '#src/domain/position-columns.ts';
import { decode, encode, type PageArguments, stretch } from '../core/connection.ts';
import { actorIn, type DiscrepancyListModel, type Models } from '../core/models.ts';

/** The greatest number that a whole number of GraphQL can be. */
const MAX_INT = 2 ** 31 - 1;

export function discrepancyList(
  corpus: CorpusSnapshot,
  rows: Indices,
  conditions: readonly number[],
  rule: ClashRule,
): DiscrepancyListModel {
  const positions = comparablePositions(
    corpus.positions,
    rows,
    conditions,
    corpus.partOf,
    (actor) => actorIn(corpus, actor).row.kind,
  );
  const count = countDiscrepancies(positions, rule);
  if (count.total > MAX_INT) {
    throw new Failure(
      'BAD_INPUT',
      `There are ${count.total} such pairs, more than a list can have; ask for one condition, fewer days within, or by a filter.`,
      { input: ['within'] },
    );
  }
  return {
    total: count.total,
    counts: DISCREPANCY_KINDS.map((kind) => ({ kind, count: countOf(kind, count.byKinds) })),
    between: (start, end) => listDiscrepancies(positions, rule, count, start, end),
    placeOf: (a, b) => placeOfDiscrepancy(positions, rule, count, a, b) ?? -1,
  };
}

function countOf(kind: DiscrepancyKind, byKinds: Float64Array): number {
  return byKinds.reduce((sum, count, set) => (kindsIn(set).includes(kind) ? sum + count : sum), 0);
}

export function pageOfPairs(
  { corpus, pairs, within }: Models['Discrepancies'],
  args: PageArguments,
) {
  const { total, between, placeOf } = pairs();
  const { id } = corpus.positions;
  const placeOfCursor = (cursor: string): number => {
    const [, a, b] = /^pair:(\d+):(\d+)$/.exec(decode(cursor)) ?? [];
    return a && b ? placeOf(id.indexOf(Number(a)), id.indexOf(Number(b))) : -1;
  };
  const [start, end] = stretch(total, args, placeOfCursor);
  const found = lazily(() =>
    between(start, end).map((pair) => ({
      cursor: encode(`pair:${id[pair.a]}:${id[pair.b]}`),
      node: { corpus, pair, within },
    })),
  );
  return {
    totalCount: total,
    pageInfo: {
      hasPreviousPage: start > 0,
      hasNextPage: end < total,
      get startCursor() {
        return found()[0]?.cursor ?? null;
      },
      get endCursor() {
        return found().at(-1)?.cursor ?? null;
      },
    },
    get edges() {
      return found();
    },
  };
}

/** Makes a value when it is first asked for, and once. */
export function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
