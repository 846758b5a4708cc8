/** Question: which documents are in the corpus? */
import { passingDocuments, selectDocuments } from '#src/analysis/selection/select-documents.ts';
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import type { DocumentKind, Release } from '#src/domain/vocabulary.ts';
import { toDayNumber } from '../positions/position-filter.ts';
import { actorsBySlug } from './actors.ts';

/** Which documents to list. Every field narrows the list; an omitted or null one does not. */
export interface DocumentFilter {
  readonly kinds?: readonly DocumentKind[] | null | undefined;
  readonly releases?: readonly Release[] | null | undefined;
  /** ISO days, inclusive; undated documents do not match. */
  readonly createdFrom?: string | null | undefined;
  readonly createdTo?: string | null | undefined;
  /** Slugs of actors that the document's author spoke for. */
  readonly writtenBy?: readonly string[] | null | undefined;
}

/** By date of creation, undated documents last; or by reference. */
export type DocumentOrder = 'CREATED_ASC' | 'CREATED_DESC' | 'REFERENCE';

/** Numbers of the documents that pass the filter, in order. Throws `UNKNOWN_ACTOR`. */
export function listDocuments(
  corpus: CorpusSnapshot,
  filter: DocumentFilter,
  orderBy: DocumentOrder,
): readonly number[] {
  const from = toDayNumber(filter.createdFrom) ?? null;
  const to = toDayNumber(filter.createdTo) ?? null;
  const selected = selectDocuments(
    corpus.documents,
    {
      documentKinds: filter.kinds ?? undefined,
      releases: filter.releases ?? undefined,
      reportedBy: filter.writtenBy
        ? actorsBySlug(corpus, filter.writtenBy, ['filter', 'writtenBy'])
        : undefined,
    },
    corpus.partOf,
  );
  const passing = passingDocuments(selected);
  const documents = [...corpus.documents.heads()].filter(
    ({ id, createdOn }) =>
      passing[id] === 1 &&
      (from === null || (createdOn !== null && createdOn >= from)) &&
      (to === null || (createdOn !== null && createdOn <= to)),
  );
  const ordered =
    orderBy === 'REFERENCE'
      ? documents
          .map(({ id, reference }) => ({ id, reference }))
          .toSorted((a, b) => (a.reference < b.reference ? -1 : 1))
      : documents.toSorted(
          (a, b) =>
            compareDays(a.createdOn, b.createdOn, orderBy === 'CREATED_DESC') ||
            (a.reference < b.reference ? -1 : 1),
        );
  return ordered.map(({ id }) => id);
}

function compareDays(a: number | null, b: number | null, descending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return descending ? b - a : a - b;
}
