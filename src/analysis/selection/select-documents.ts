import { type AffiliationIndex, lineageSpans } from '#src/domain/affiliation.ts';
import type { DocumentHead } from '#src/domain/corpus-snapshot.ts';
import type { DocumentKind, Release } from '#src/domain/vocabulary.ts';

/** What a filter asks of documents. Every field narrows; one that is left out does not. */
export interface DocumentSelection {
  readonly documentKinds?: readonly DocumentKind[] | undefined;
  readonly releases?: readonly Release[] | undefined;
  /** Actors for which the document's author spoke on the document's day, the author included. */
  readonly reportedBy?: readonly number[] | undefined;
}

type Documents = ReadonlyMap<number, DocumentHead>;

/**
 * 1 at the number of each document that passes; undefined where nothing is asked, so that all pass.
 * Decided once for each document, not for each position in it.
 */
export function selectDocuments(
  documents: Documents,
  { documentKinds, releases, reportedBy }: DocumentSelection,
  affiliations: AffiliationIndex,
): Uint8Array | undefined {
  if (!documentKinds && !releases && !reportedBy) return undefined;
  const { size, byKind, byRelease } = indexOf(documents);
  const lists = [
    documentKinds?.map((kind) => byKind.get(kind) ?? []),
    releases?.map((release) => byRelease.get(release) ?? []),
    reportedBy?.map((actor) => authored(documents, affiliations).get(actor) ?? []),
  ].filter((asked) => asked !== undefined);
  return lists.map((asked) => marks(size, asked)).reduce(both);
}

function marks(size: number, lists: readonly (readonly number[])[]): Uint8Array {
  const marked = new Uint8Array(size);
  for (const list of lists) for (let i = 0; i < list.length; i += 1) marked[list[i] ?? 0] = 1;
  return marked;
}

function both(a: Uint8Array, b: Uint8Array): Uint8Array {
  for (let i = 0; i < a.length; i += 1) a[i] = (a[i] ?? 0) & (b[i] ?? 0);
  return a;
}

interface DocumentIndex {
  /** The greatest number, plus one. */
  readonly size: number;
  readonly byKind: ReadonlyMap<DocumentKind, readonly number[]>;
  readonly byRelease: ReadonlyMap<Release, readonly number[]>;
}

const indexes = new WeakMap<Documents, DocumentIndex>();

function indexOf(documents: Documents): DocumentIndex {
  const known = indexes.get(documents);
  if (known !== undefined) return known;
  const byKind = new Map<DocumentKind, number[]>();
  const byRelease = new Map<Release, number[]>();
  let size = 0;
  for (const { id, kind, release } of documents.values()) {
    size = Math.max(size, id + 1);
    add(byKind, kind, id);
    add(byRelease, release, id);
  }
  const index = { size, byKind, byRelease };
  indexes.set(documents, index);
  return index;
}

type Authored = ReadonlyMap<number, readonly number[]>;

const authoredBy = new WeakMap<Documents, WeakMap<AffiliationIndex, Authored>>();

/** The documents of each actor's authors: the actor itself, and who spoke for it on their day. */
function authored(documents: Documents, affiliations: AffiliationIndex): Authored {
  const ofDocuments = authoredBy.get(documents) ?? new WeakMap<AffiliationIndex, Authored>();
  authoredBy.set(documents, ofDocuments);
  const known = ofDocuments.get(affiliations);
  if (known !== undefined) return known;
  const byActor = new Map<number, number[]>();
  for (const { id, authors, createdOn } of documents.values()) {
    const day = createdOn ?? 0;
    const speakers = authors.flatMap(
      (author) =>
        lineageSpans(author, affiliations).find(({ from, to }) => from <= day && day <= to)
          ?.lineage ?? [],
    );
    for (const actor of new Set(speakers)) add(byActor, actor, id);
  }
  ofDocuments.set(affiliations, byActor);
  return byActor;
}

function add<Key>(lists: Map<Key, number[]>, key: Key, id: number): void {
  const list = lists.get(key);
  if (list) list.push(id);
  else lists.set(key, [id]);
}
