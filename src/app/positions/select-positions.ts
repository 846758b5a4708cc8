import { findPositions, type Within } from '#src/analysis/selection/find-positions.ts';
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import type { Indices } from '#src/domain/position-columns.ts';
import { compilePositionFilter, type PositionFilter } from './position-filter.ts';

/**
 * Column indices of the positions that pass a filter, in order of statement; within the given actors,
 * conditions or document. Throws as `compilePositionFilter` does.
 */
export function selectPositions(
  corpus: CorpusSnapshot,
  filter: PositionFilter | null | undefined,
  within: Within = {},
): Indices {
  return findPositions(
    corpus.positions,
    within,
    compilePositionFilter(corpus, filter),
    corpus.partOf,
  );
}
