import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { invariant } from '#src/domain/failure.ts';
import { placeOf } from '#src/domain/position-order.ts';
import type { PositionRecord } from '#src/store/read/read-records.ts';

/** A position by its index in the columns of a snapshot; other fields are loaded on demand. */
export interface IndexedPosition {
  readonly corpus: CorpusSnapshot;
  readonly index: number;
}

/** The position of the snapshot that a database record describes, which must be in it. */
export function positionAt(
  corpus: CorpusSnapshot,
  record: Pick<PositionRecord, 'id' | 'first' | 'condition' | 'holder' | 'onBehalfOf' | 'day'>,
): IndexedPosition {
  const index = placeOf(corpus.positions, record);
  invariant(
    corpus.positions.id[index] === record.id,
    `position ${record.id} is not in revision ${corpus.revision}`,
  );
  return { corpus, index };
}
