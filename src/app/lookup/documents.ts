/** Finds documents by reference or number. */
import type { AtRevision, CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import type { DocumentHead } from '#src/domain/document-table.ts';
import { Failure, invariant } from '#src/domain/failure.ts';
import { didYouMean } from '#src/domain/nearest.ts';
import type { InputPath } from './input-path.ts';

/** References that are compared with one that does not exist: their number must not grow with the corpus. */
const MOST_COMPARED = 2000;

/** The document with this canonical reference, or null. */
export function findDocument(
  corpus: CorpusSnapshot,
  reference: string,
): AtRevision<DocumentHead> | null {
  const id = corpus.documents.idOf(reference);
  return id === undefined ? null : documentAt(corpus, id);
}

/** The document with this canonical reference. Throws `UNKNOWN_DOCUMENT`, naming the nearest references. */
export function documentByReference(
  corpus: CorpusSnapshot,
  reference: string,
  input: InputPath = ['reference'],
): AtRevision<DocumentHead> {
  const document = findDocument(corpus, reference);
  if (document) return document;
  const near = didYouMean(reference, corpus.documents.referencesNear(reference, MOST_COMPARED));
  throw new Failure('UNKNOWN_DOCUMENT', `There is no document "${reference}".${near}`, {
    input,
  });
}

/** The document with this number, which must be in the snapshot because the number came from it. */
export function documentAt(corpus: CorpusSnapshot, id: number): AtRevision<DocumentHead> {
  const record = corpus.documents.get(id);
  invariant(record, `document ${id} is not in revision ${corpus.revision}`);
  return { record, corpus };
}
