/** How far documents are coded by a codebook. */
import type { CodebookRecord, CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { POSITION_STATUSES } from '#src/domain/vocabulary.ts';

/** Whether a document has a coding by a codebook, and whether one is settled. */
export const CODING_STATES = ['NOT_CODED', 'PROVISIONAL', 'SETTLED'] as const;
export type CodingState = (typeof CODING_STATES)[number];

/** The state of each document, by its id; documents that are not there are not coded. */
export function codingStates(
  { codings }: CorpusSnapshot,
  codebook: CodebookRecord,
): ReadonlyMap<number, CodingState> {
  const states = new Map<number, CodingState>();
  const { document, codebook: by, status } = codings.columns;
  for (let index = 0; index < codings.size; index += 1) {
    const id = document[index] ?? 0;
    if (by[index] !== codebook.id || states.get(id) === 'SETTLED') continue;
    states.set(id, POSITION_STATUSES[status[index] ?? 0] ?? 'PROVISIONAL');
  }
  return states;
}
