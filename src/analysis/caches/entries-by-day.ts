import { createMemo } from '#src/analysis/caches/memoize.ts';
import type { AffiliationIndex } from '#src/domain/affiliation.ts';
import { type Days, EVER } from '#src/domain/dates.ts';
import type { Indices, PositionColumns } from '#src/domain/position-columns.ts';
import { firstFrom, inOrderOfStatement } from '#src/domain/position-order.ts';
import { actorPositions, type RollUp } from './actor-positions.ts';
import type { DocumentGroups } from './document-groups.ts';

/** An actor's positions on a condition in order of statement, as parallel arrays. */
export interface EntriesByDay {
  /** Indices of the positions. */
  readonly indices: Indices;
  /** Day numbers. */
  readonly days: Int32Array;
  /** Document numbers. */
  readonly documents: Int32Array;
  /** Indices of the documents' groups. */
  readonly groups: Int32Array;
  /** Indices of the positions' attribute sets. */
  readonly attributeSets: Int32Array;
  /** Index of the previous and the next entry of the same document, or NONE. */
  readonly previous: Int32Array;
  readonly next: Int32Array;
}

/** Below and above all indices. */
const NONE = { before: -1, after: 2 ** 31 - 1 };

const memoize = createMemo<EntriesByDay>();

/** The entries of one actor on one condition; memoised. */
export function entriesByDay(
  columns: PositionColumns,
  actor: number,
  condition: number,
  affiliations: AffiliationIndex,
  as: RollUp,
  groups: DocumentGroups,
): EntriesByDay {
  return memoize([columns, affiliations, groups], `${actor} ${condition} ${as}`, () => {
    const indices = inOrderOfStatement(
      columns,
      actorPositions(columns, actor, condition, affiliations, EVER, as),
    );
    const take = (column: Int32Array | Uint16Array): Int32Array => {
      const taken = new Int32Array(indices.length);
      for (let i = 0; i < indices.length; i += 1) taken[i] = column[indices[i] ?? 0] ?? 0;
      return taken;
    };
    const documents = take(columns.document);
    return {
      indices,
      days: take(columns.day),
      documents,
      groups: documents.map((number) => groups.groupOf[number] ?? 0),
      attributeSets: take(columns.attributeSet),
      ...neighbours(documents),
    };
  });
}

function neighbours(documents: Int32Array): Pick<EntriesByDay, 'previous' | 'next'> {
  const previous = new Int32Array(documents.length).fill(NONE.before);
  const next = new Int32Array(documents.length).fill(NONE.after);
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
export function boundsOf({ days }: EntriesByDay, { from, to }: Days): readonly [number, number] {
  const start = firstFrom(days, 0, days.length, from);
  return [start, firstFrom(days, start, days.length, to + 1)];
}
