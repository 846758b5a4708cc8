import { createSharedMemo } from '#src/analysis/caches/memoize.ts';
import type { AffiliationIndex } from '#src/domain/affiliation.ts';
import { type Days, EVER } from '#src/domain/dates.ts';
import type { Indices, PositionColumns } from '#src/domain/position-columns.ts';
import { firstAt, inOrderOfStatement } from '#src/domain/position-order.ts';
import { sharedCopy, sharedInt32, sharedNarrowCopy } from '#src/domain/shared-arrays.ts';
import { actorPositions, type RollUp } from './actor-positions.ts';
import type { DocumentGroups } from './document-groups.ts';

/** An actor's positions on a condition in order of statement, as parallel arrays. */
export interface EntriesByDay {
  /** Indices of the positions. */
  readonly indices: Indices;
  /** Document numbers. */
  readonly documents: Int32Array;
  /** Indices of the documents' groups. */
  readonly groups: Uint16Array | Int32Array;
  /** Indices of the positions' attribute sets. */
  readonly attributeSets: Uint16Array | Int32Array;
  /** Day numbers of all positions of the columns. */
  readonly day: Int32Array;
  /** Index of the previous and the next entry of the same document, or NONE. */
  readonly previous: Int32Array;
  readonly next: Int32Array;
}

/** Below and above all indices. */
const NONE = { before: -1, after: 2 ** 31 - 1 };

const memoize = createSharedMemo<EntriesByDay>('entries by day');

/** The entries of one actor on one condition; memoised for all threads. */
export function entriesByDay(
  columns: PositionColumns,
  actor: number,
  condition: number,
  affiliations: AffiliationIndex,
  as: RollUp,
  groups: DocumentGroups,
): EntriesByDay {
  return memoize([columns, affiliations, groups], `${actor} ${condition} ${as}`, () => {
    const indices = sharedCopy(
      inOrderOfStatement(
        columns,
        actorPositions(columns, actor, condition, affiliations, EVER, as),
      ),
    );
    const take = (column: Int32Array): Int32Array => {
      const taken = sharedInt32(indices.length);
      for (let i = 0; i < indices.length; i += 1) taken[i] = column[indices[i] ?? 0] ?? 0;
      return taken;
    };
    const documents = take(columns.document);
    return {
      indices,
      documents,
      groups: narrowed(
        documents.map((number) => groups.groupOf[number] ?? 0),
        groups.groups.length,
      ),
      attributeSets: narrowed(take(columns.attributeSet), columns.attributeSets.length),
      day: columns.day,
      ...neighbours(documents),
    };
  });
}

/** Values up to `greatest` in half the memory, if they fit. */
function narrowed(values: Int32Array, greatest: number): Uint16Array | Int32Array {
  return greatest < 2 ** 16 ? sharedNarrowCopy(values) : sharedCopy(values);
}

function neighbours(documents: Int32Array): Pick<EntriesByDay, 'previous' | 'next'> {
  const previous = sharedInt32(documents.length).fill(NONE.before);
  const next = sharedInt32(documents.length).fill(NONE.after);
  const latest = new Map<number, number>();
  for (let i = 0; i < documents.length; i += 1) {
    const document = documents[i] ?? 0;
    const before = latest.get(document);
    if (before !== undefined) {
      previous[i] = before;
      next[before] = i;
    }
    latest.set(document, i);
  }
  return { previous, next };
}

/** Index of the first entry stated on the days, and the index after the last. */
export function boundsOf(
  { indices, day }: EntriesByDay,
  { from, to }: Days,
): readonly [number, number] {
  const start = firstAt(indices, day, 0, from);
  return [start, firstAt(indices, day, start, to + 1)];
}
