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

/**
 * 1 at the number of each document that passes; undefined where nothing is asked, so that all pass.
 * Decided once for each document, not for each position in it.
 */
export function selectDocuments(
  documents: ReadonlyMap<number, DocumentHead>,
  { documentKinds, releases, reportedBy }: DocumentSelection,
  affiliations: AffiliationIndex,
): Uint8Array | undefined {
  if (!documentKinds && !releases && !reportedBy) return undefined;
  const chosen = new Uint8Array(lastNumber(documents) + 1);
  for (const head of documents.values()) {
    if (
      (documentKinds?.includes(head.kind) ?? true) &&
      (releases?.includes(head.release) ?? true) &&
      (reportedBy === undefined || speaksFor(head, reportedBy, affiliations))
    )
      chosen[head.id] = 1;
  }
  return chosen;
}

function speaksFor(
  { authors, createdOn }: DocumentHead,
  actors: readonly number[],
  affiliations: AffiliationIndex,
): boolean {
  const day = createdOn ?? 0;
  return authors.some((author) =>
    lineageSpans(author, affiliations).some(
      ({ from, to, lineage }) =>
        from <= day && day <= to && lineage.some((actor) => actors.includes(actor)),
    ),
  );
}

const lastNumbers = new WeakMap<ReadonlyMap<number, DocumentHead>, number>();

function lastNumber(documents: ReadonlyMap<number, DocumentHead>): number {
  const known = lastNumbers.get(documents);
  if (known !== undefined) return known;
  let last = 0;
  for (const id of documents.keys()) last = Math.max(last, id);
  lastNumbers.set(documents, last);
  return last;
}
