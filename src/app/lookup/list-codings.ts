/** Question: who coded which documents, and which codings count? */
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import {
  COUNTINGS,
  type Counting,
  POSITION_STATUSES,
  type PositionStatus,
} from '#src/domain/vocabulary.ts';
import { codebookByName } from './codebooks.ts';
import { existingCoders } from './coders.ts';
import { type Coding, codingAt } from './codings.ts';
import { documentByReference } from './documents.ts';

/** Which codings to list. Every field narrows the list; an omitted or null one does not. */
export interface CodingFilter {
  /** References. */
  readonly documents?: readonly string[] | null | undefined;
  /** `quartet-principles`, or `quartet-principles@1`. */
  readonly codebook?: string | null | undefined;
  readonly coders?: readonly string[] | null | undefined;
  readonly statuses?: readonly PositionStatus[] | null | undefined;
  readonly countings?: readonly Counting[] | null | undefined;
}

/** Codings by their place in a list. */
export interface CodingList {
  readonly length: number;
  /** Number of the coding. */
  readonly idAt: (place: number) => number;
  readonly load: (place: number) => Coding;
}

/**
 * The codings that pass the filter, by document in the order of the corpus, codebook and coder.
 * Throws `UNKNOWN_DOCUMENT`, `UNKNOWN_CODEBOOK` and `UNKNOWN_CODER`.
 */
export function listCodings(corpus: CorpusSnapshot, filter: CodingFilter): CodingList {
  const { columns, size } = corpus.codings;
  const documents =
    filter.documents &&
    new Set(
      filter.documents.map(
        (reference, i) =>
          documentByReference(corpus, reference, ['filter', 'documents', i]).record.id,
      ),
    );
  const codebook =
    filter.codebook && codebookByName(corpus, filter.codebook, ['filter', 'codebook']).id;
  const coders =
    filter.coders && new Set(existingCoders(corpus, filter.coders, ['filter', 'coders']));
  const { statuses, countings } = filter;
  const passes = (index: number): boolean =>
    (documents?.has(columns.document[index] ?? 0) ?? true) &&
    (!codebook || columns.codebook[index] === codebook) &&
    (coders?.has(columns.coders[columns.coder[index] ?? 0] ?? '') ?? true) &&
    (statuses?.includes(POSITION_STATUSES[columns.status[index] ?? 0] ?? 'PROVISIONAL') ?? true) &&
    (countings?.includes(COUNTINGS[columns.counting[index] ?? 0] ?? 'COUNTED') ?? true);
  const indices = Array.from({ length: size }, (_, index) => index).filter(passes);
  const load = (place: number): Coding => codingAt(corpus, indices[place] ?? 0);
  return { length: indices.length, idAt: (place) => load(place).record.id, load };
}
