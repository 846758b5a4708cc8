import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import type { OperationRequest, OperationResponse } from './operation.ts';

/** What an HTTP server needs to know of a revision. */
export interface CorpusRevision extends Pick<CorpusSnapshot, 'revision' | 'writtenAt'> {
  readonly positions: { readonly length: number };
}

/** Executes operations, in this thread or in others. */
export interface Engine {
  /**
   * Loads a revision into memory, before the first operation on it. Rejects if the database cannot be
   * reached.
   */
  readonly load: (revision: number) => Promise<CorpusRevision>;
  /** Executes an operation on a revision as the latest. Rejects only if the program is faulty. */
  readonly execute: (request: OperationRequest, revision: number) => Promise<OperationResponse>;
  readonly close: () => Promise<void>;
}
