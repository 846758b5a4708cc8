import { createSharedMemo } from '#src/analysis/caches/memoize.ts';
import type { AffiliationIndex } from '#src/domain/affiliation.ts';
import { EVER } from '#src/domain/dates.ts';
import { type PositionColumns, stanceByAttributeSet } from '#src/domain/position-columns.ts';
import { sharedCopy } from '#src/domain/shared-arrays.ts';
import { LOWEST_STANCE } from '#src/domain/vocabulary.ts';
import { actorPositions, type RollUp } from './actor-positions.ts';
import type { DocumentGroups } from './document-groups.ts';

/** Number of levels of the stance scale. */
export const LEVELS = 5;

/**
 * An actor's positions on a condition, sorted by group of documents, then document, with running
 * totals by group for filters that every attribute set passes.
 */
export interface EntriesByDocument {
  /**
   * One number for each position: its document's place (`DocumentGroups`), then `bits` bits for its
   * attribute set.
   */
  readonly entries: Int32Array;
  /** Number of bits of an attribute set's index. */
  readonly bits: number;
  /** Indices of the groups that occur, ascending. */
  readonly groups: Int32Array;
  /** Number of entries before each group, and in total. */
  readonly starts: Int32Array;
  /** Number of documents before each group, and in total. */
  readonly documents: Int32Array;
  /** Number of positions at each level before each group, and in total: LEVELS numbers each. */
  readonly levels: Int32Array;
}

const memoize = createSharedMemo<EntriesByDocument>('entries by document');

/**
 * The entries of one actor on one condition; memoised for all threads. Null if document and set do not fit in 31
 * bits.
 */
export function entriesByDocument(
  columns: PositionColumns,
  actor: number,
  condition: number,
  affiliations: AffiliationIndex,
  as: RollUp,
  groups: DocumentGroups,
): EntriesByDocument | null {
  const bits = 32 - Math.clz32(columns.attributeSets.length);
  if (groups.placeOf.length >= 2 ** (31 - bits)) return null;
  return memoize([columns, affiliations, groups], `${actor} ${condition} ${as}`, () => {
    const indices = actorPositions(columns, actor, condition, affiliations, EVER, as);
    const { document, attributeSet } = columns;
    const { placeOf } = groups;
    const entries = new Int32Array(indices.length);
    for (let i = 0; i < indices.length; i += 1) {
      const index = indices[i] ?? 0;
      entries[i] = ((placeOf[document[index] ?? 0] ?? 0) << bits) | (attributeSet[index] ?? 0);
    }
    return sumUp(entries.toSorted(), bits, groups, stanceByAttributeSet(columns));
  });
}

function sumUp(
  entries: Int32Array,
  bits: number,
  { groupAt }: DocumentGroups,
  stances: Int8Array,
): EntriesByDocument {
  const groups: number[] = [];
  const starts: number[] = [];
  const documents: number[] = [];
  const levels: number[] = [];
  const mask = (1 << bits) - 1;
  const atLevel = new Int32Array(LEVELS);
  let documentCount = 0;
  let last = -1;
  const note = (entryCount: number): void => {
    starts.push(entryCount);
    documents.push(documentCount);
    levels.push(...atLevel);
  };
  for (const [i, entry] of entries.entries()) {
    const place = entry >>> bits;
    const group = groupAt[place] ?? 0;
    if (group !== groups.at(-1)) {
      groups.push(group);
      note(i);
    }
    if (place !== last) documentCount += 1;
    last = place;
    const level = (stances[entry & mask] ?? 0) - LOWEST_STANCE;
    atLevel[level] = (atLevel[level] ?? 0) + 1;
  }
  note(entries.length);
  return {
    entries: sharedCopy(entries),
    bits,
    groups: sharedCopy(Int32Array.from(groups)),
    starts: sharedCopy(Int32Array.from(starts)),
    documents: sharedCopy(Int32Array.from(documents)),
    levels: sharedCopy(Int32Array.from(levels)),
  };
}
