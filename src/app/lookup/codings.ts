/** Finds codings: by document, coder and codebook, by number of the document, or by key. */
import type { CodingRecord } from '#src/domain/coding-table.ts';
import type { AtRevision, CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { invariant } from '#src/domain/failure.ts';
import { attributesAt, type Indices } from '#src/domain/position-columns.ts';
import { indicesOfDocument } from '#src/domain/position-order.ts';
import type { Counting } from '#src/domain/vocabulary.ts';
import type { IndexedPosition } from '../positions/position.ts';
import {
  codebookAt,
  codebookByKey,
  codebookByName,
  codebookKey,
  conditionAt,
} from './codebooks.ts';
import { existingCoder } from './coders.ts';
import { documentAt, documentByReference } from './documents.ts';

/** A coding, and whether it counts. */
export type Coding = AtRevision<CodingRecord & { readonly counting: Counting }>;

/** The coding at an index of the snapshot's table. */
export function codingAt(corpus: CorpusSnapshot, index: number): Coding {
  return { record: corpus.codings.at(index), corpus };
}

/** The codings of the document with this number, by codebook and then by coder. */
export function codingsOfDocument(corpus: CorpusSnapshot, document: number): Coding[] {
  return corpus.codings.of(document).map((index) => codingAt(corpus, index));
}

/** The coding that a position belongs to. */
export function codingOfPosition({ corpus, index }: IndexedPosition): Coding {
  const { document, condition, id } = corpus.positions;
  const { codebookId } = conditionAt(corpus, condition[index] ?? 0).record;
  const { coder } = attributesAt(corpus.positions, index);
  const found = corpus.codings.indexOf(document[index] ?? 0, codebookId, coder);
  invariant(found !== undefined, `position ${id[index]} has no coding at ${corpus.revision}`);
  return codingAt(corpus, found);
}

/** Column indices of the positions of a coding, in order of statement. */
export function positionsOfCoding({ record, corpus }: Coding): Indices {
  const { positions } = corpus;
  return indicesOfDocument(positions, record.document).filter((index) => {
    const { codebookId } = conditionAt(corpus, positions.condition[index] ?? 0).record;
    return codebookId === record.codebook && attributesAt(positions, index).coder === record.coder;
  });
}

/**
 * The coding of a document, by reference, by a coder and a codebook, or null if that coder did not code it.
 * Throws `UNKNOWN_DOCUMENT`, `UNKNOWN_CODER` and `UNKNOWN_CODEBOOK`.
 */
export function codingByNames(
  corpus: CorpusSnapshot,
  names: {
    readonly document: string;
    readonly coder: string;
    readonly codebook?: string | null | undefined;
  },
): Coding | null {
  const document = documentByReference(corpus, names.document, ['document']);
  const codebook = codebookByName(corpus, names.codebook);
  const coder = existingCoder(corpus, names.coder, ['coder']);
  const index = corpus.codings.indexOf(document.record.id, codebook.id, coder);
  return index === undefined ? null : codingAt(corpus, index);
}

/** The coding's unique key: `07MOSCOW828/anna/quartet-principles@1`. */
export function keyOfCoding({ record, corpus }: Coding): string {
  const { reference } = documentAt(corpus, record.document).record;
  return `${reference}/${record.coder}/${codebookKey(codebookAt(corpus, record.codebook).record)}`;
}

/** The coding with this key (`keyOfCoding`), or null. */
export function codingByKey(corpus: CorpusSnapshot, key: string): Coding | null {
  const [, reference = '', coder = '', codebook = ''] = /^(.+)\/([^/]+)\/([^/]+)$/.exec(key) ?? [];
  const document = corpus.documents.idOf(reference);
  const by = codebookByKey(corpus, codebook);
  if (document === undefined || by === null) return null;
  const index = corpus.codings.indexOf(document, by.record.id, coder);
  return index === undefined ? null : codingAt(corpus, index);
}
