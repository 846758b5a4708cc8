import { createMemo } from '#src/analysis/caches/memoize.ts';
import { type AffiliationIndex, lineageSpans } from '#src/domain/affiliation.ts';
import type { DocumentHead } from '#src/domain/corpus-snapshot.ts';

/** All that a filter can ask of a document: of one group either all pass or none does. */
export interface DocumentGroup extends Pick<DocumentHead, 'kind' | 'release'> {
  /** The actors for which its authors spoke on its day, each author's from the top down. */
  readonly spokeFor: readonly number[];
}

export interface DocumentGroups {
  /** By kind, by release, by party, and so on down to the author: what is asked for lies together. */
  readonly groups: readonly DocumentGroup[];
  /** At the number of each document the index of its group; `groups.length` where there is none. */
  readonly groupOf: Int32Array;
  /** At the number of each document its place, where they stand group by group. */
  readonly placeOf: Int32Array;
  /** At each place the index of the group. */
  readonly groupAt: Int32Array;
}

const memoize = createMemo<DocumentGroups>();

export function documentGroups(
  documents: ReadonlyMap<number, DocumentHead>,
  affiliations: AffiliationIndex,
): DocumentGroups {
  return memoize([documents, affiliations], '', () => groupDocuments(documents, affiliations));
}

function groupDocuments(
  documents: ReadonlyMap<number, DocumentHead>,
  affiliations: AffiliationIndex,
): DocumentGroups {
  let size = 0;
  const found = new Map<string, { readonly group: DocumentGroup; readonly ids: number[] }>();
  for (const head of documents.values()) {
    const { id, kind, release } = head;
    const spokeFor = speakers(head, affiliations);
    const name = `${kind} ${release} ${spokeFor.join(' ')} `;
    const known = found.get(name);
    if (known) known.ids.push(id);
    else found.set(name, { group: { kind, release, spokeFor }, ids: [id] });
    size = Math.max(size, id + 1);
  }
  const inOrder = [...found].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
  const groupOf = new Int32Array(size).fill(inOrder.length);
  for (const [index, { ids }] of inOrder.entries()) for (const id of ids) groupOf[id] = index;
  return {
    groups: inOrder.map((each) => each.group),
    groupOf,
    ...placesOf(groupOf, inOrder.length + 1),
  };
}

function speakers(
  { authors, createdOn }: DocumentHead,
  affiliations: AffiliationIndex,
): readonly number[] {
  const day = createdOn ?? 0;
  return authors.flatMap(
    (author) =>
      lineageSpans(author, affiliations)
        .find(({ from, to }) => from <= day && day <= to)
        ?.lineage.toReversed() ?? [],
  );
}

/** Counts how many there are of each group, and gives places out accordingly. */
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
