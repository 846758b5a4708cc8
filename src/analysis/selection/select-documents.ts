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
  const { sortOf, sorts } = sortsOf(documents);
  const wanted = new Uint8Array(NO_DOCUMENT + 1);
  for (const [sort, { kind, release }] of sorts.entries())
    wanted[sort] = Number(
      (documentKinds?.includes(kind) ?? true) && (releases?.includes(release) ?? true),
    );
  const passing = new Uint8Array(sortOf.length);
  if (!reportedBy)
    for (let id = 0; id < sortOf.length; id += 1) passing[id] = wanted[sortOf[id] ?? 0] ?? 0;
  for (const actor of reportedBy ?? [])
    for (const id of authored(documents, affiliations).get(actor) ?? [])
      passing[id] = wanted[sortOf[id] ?? NO_DOCUMENT] ?? 0;
  return passing;
}

type Sort = Pick<DocumentHead, 'kind' | 'release'>;

/** What a filter asks of documents is settled for each sort of them, which are few. */
interface DocumentSorts {
  /** At the number of each document the index of its sort; NO_DOCUMENT where there is none. */
  readonly sortOf: Uint8Array;
  readonly sorts: readonly Sort[];
}

const NO_DOCUMENT = 255;

const known = new WeakMap<Documents, DocumentSorts>();

function sortsOf(documents: Documents): DocumentSorts {
  const before = known.get(documents);
  if (before !== undefined) return before;
  let size = 0;
  for (const id of documents.keys()) size = Math.max(size, id + 1);
  const sortOf = new Uint8Array(size).fill(NO_DOCUMENT);
  const sorts: Sort[] = [];
  for (const { id, kind, release } of documents.values()) {
    const sort = sorts.findIndex((each) => each.kind === kind && each.release === release);
    sortOf[id] = sort === -1 ? sorts.push({ kind, release }) - 1 : sort;
  }
  const found = { sortOf, sorts };
  known.set(documents, found);
  return found;
}

type Authored = ReadonlyMap<number, readonly number[]>;

const authoredBy = new WeakMap<Documents, WeakMap<AffiliationIndex, Authored>>();

/** The documents of each actor's authors: the actor itself, and who spoke for it on their day. */
function authored(documents: Documents, affiliations: AffiliationIndex): Authored {
  const ofDocuments = authoredBy.get(documents) ?? new WeakMap<AffiliationIndex, Authored>();
  authoredBy.set(documents, ofDocuments);
  const before = ofDocuments.get(affiliations);
  if (before !== undefined) return before;
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
