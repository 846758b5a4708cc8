import type { Within } from '#src/analysis/selection/find-positions.ts';
import type { CodebookRecord, CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { attributesAt } from '#src/domain/position-columns.ts';
import { POSITION_STATUSES } from '#src/domain/vocabulary.ts';
import { codingChoice, type PositionFilter } from './position-filter.ts';
import { selectPositions } from './select-positions.ts';

/**
 * Number of documents in which codings compete for what a figure counts: none is settled, or several are, so
 * that one counts by rule, and one of them has a position that the figure could count. 0 where the filter
 * counts all codings.
 */
export function unsettledDocumentCount(
  corpus: CorpusSnapshot,
  codebook: CodebookRecord,
  filter: PositionFilter | null | undefined,
  within: Within,
): number {
  return countUnsettled(corpus, codebook, filter, (all) => selectPositions(corpus, all, within));
}

/** The same where `select` returns the column indices of the positions that a filter of all codings selects. */
export function countUnsettled(
  { codings, positions }: CorpusSnapshot,
  codebook: CodebookRecord,
  filter: PositionFilter | null | undefined,
  select: (filter: PositionFilter) => Iterable<number>,
): number {
  const contested = codings.contested(codebook.id);
  if (contested === null || codingChoice(filter) === 'ALL') return 0;
  const found = new Set<number>();
  for (const index of select({ ...filter, codings: 'ALL' })) {
    const document = positions.document[index] ?? 0;
    const { status } = attributesAt(positions, index);
    if (contested[document] === 1 + POSITION_STATUSES.indexOf(status)) found.add(document);
  }
  return found.size;
}
