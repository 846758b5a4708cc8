import { createMemo } from '#src/analysis/caches/memoize.ts';
import type { AffiliationIndex } from '#src/domain/affiliation.ts';
import type { DocumentHead, DocumentTable } from '#src/domain/document-table.ts';
import { isWrittenForCertain, writtenFor } from '#src/domain/written-for.ts';

/**
 * The properties of a document that a filter can restrict: all documents of a group pass, or none.
 */
export interface DocumentGroup extends Pick<DocumentHead, 'kind' | 'release'> {
  /** For whom its authors wrote it (written-for.ts), each lineage from the top actor down. */
  readonly spokeFor: readonly number[];
  /** Whether that is certain. */
  readonly isCertain: boolean;
}

/** The documents of a snapshot in groups, with lookups by document number. */
export interface DocumentGroups {
  /**
   * Sorted by kind, release, then lineage from the party down, so that groups selected together are
   * adjacent.
   */
  readonly groups: readonly DocumentGroup[];
  /** 1 at the index of each group; the entry after the last group is 0, for unknown documents. */
  readonly every: Uint8Array;
  /** The indices of the groups whose documents each actor wrote, or others spoke for it in them. */
  readonly byActor: ReadonlyMap<number, readonly number[]>;
  /**
   * At each document number the index of its group; `groups.length` if there is no such document.
   */
  readonly groupOf: Int32Array;
  /** At each document number its place in the list of documents sorted by group. */
  readonly placeOf: Int32Array;
  /** At each place the index of the group. */
  readonly groupAt: Int32Array;
}

const memoize = createMemo<DocumentGroups>();

/** Groups the documents; memoised by documents and affiliations. */
export function documentGroups(
  documents: DocumentTable,
  affiliations: AffiliationIndex,
): DocumentGroups {
  return memoize([documents, affiliations], '', () => groupDocuments(documents, affiliations));
}

function groupDocuments(documents: DocumentTable, affiliations: AffiliationIndex): DocumentGroups {
  let size = 0;
  const found = new Map<string, { readonly group: DocumentGroup; readonly ids: number[] }>();
  for (const head of documents.heads()) {
    const { id, kind, release } = head;
    const spokeFor = writtenFor(head, affiliations).flatMap((line) => line.toReversed());
    const isCertain = isWrittenForCertain(head, affiliations);
    const name = `${kind} ${release} ${spokeFor.join(' ')} ${isCertain ? '' : '?'}`;
    const known = found.get(name);
    if (known) known.ids.push(id);
    else found.set(name, { group: { kind, release, spokeFor, isCertain }, ids: [id] });
    size = Math.max(size, id + 1);
  }
  const inOrder = [...found].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
  const groupOf = new Int32Array(size).fill(inOrder.length);
  for (const [index, { ids }] of inOrder.entries()) for (const id of ids) groupOf[id] = index;
  const groups = inOrder.map((each) => each.group);
  return {
    groups,
    byActor: indicesByActor(groups),
    every: Uint8Array.of(...inOrder.map(() => 1), 0),
    groupOf,
    ...placesOf(groupOf, inOrder.length + 1),
  };
}

function indicesByActor(groups: readonly DocumentGroup[]): DocumentGroups['byActor'] {
  const byActor = new Map<number, number[]>();
  for (const [index, { spokeFor }] of groups.entries())
    for (const actor of new Set(spokeFor)) {
      const indices = byActor.get(actor);
      if (indices) indices.push(index);
      else byActor.set(actor, [index]);
    }
  return byActor;
}

/** Counting sort of the documents by group. */
function placesOf(
  groupOf: Int32Array,
  groupCount: number,
): Pick<DocumentGroups, 'placeOf' | 'groupAt'> {
  const next = new Int32Array(groupCount + 1);
  for (const group of groupOf) next[group + 1] = (next[group + 1] ?? 0) + 1;
  for (let group = 1; group <= groupCount; group += 1)
    next[group] = (next[group] ?? 0) + (next[group - 1] ?? 0);
  const placeOf = new Int32Array(groupOf.length);
  for (const [id, group] of groupOf.entries()) {
    placeOf[id] = next[group] ?? 0;
    next[group] = (next[group] ?? 0) + 1;
  }
  return { placeOf, groupAt: groupOf.toSorted() };
}
