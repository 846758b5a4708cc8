/** How far documents are coded by a codebook. */
import type { CodebookRecord, CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';

/** Whether a document has a coding by a codebook, and whether one is settled. */
export const CODING_STATES = ['NOT_CODED', 'PROVISIONAL', 'SETTLED'] as const;
export type CodingState = (typeof CODING_STATES)[number];

/** The state of each document, by its id; documents that are not there are not coded. */
export function codingStates(
  { positions, conditions }: CorpusSnapshot,
  codebook: CodebookRecord,
): ReadonlyMap<number, CodingState> {
  const states = new Map<number, CodingState>();
  const own = new Set(
    [...conditions.values()].flatMap(({ id, codebookId }) =>
      codebookId === codebook.id ? id : [],
    ),
  );
  for (const [index, condition] of positions.condition.entries()) {
    if (!own.has(condition)) continue;
    const document = positions.document[index] ?? 0;
    const attributes = positions.attributeSets[positions.attributeSet[index] ?? 0];
    if (attributes?.status === 'SETTLED') states.set(document, 'SETTLED');
    else if (!states.has(document)) states.set(document, 'PROVISIONAL');
  }
  return states;
}
