import { listPositions, type PositionsInput } from '#src/app/positions/list-positions.ts';
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import type { Indices } from '#src/domain/position-columns.ts';
import { builder } from '../core/builder.ts';
import { connectionFromList, type PageArguments } from '../core/connection.ts';
import { PositionFilter } from './position-filter.ts';

const PositionOrder = builder.enumType('PositionOrder', {
  description: 'In which order to list positions.',
  values: {
    STATED_ON_ASC: { description: 'The earliest statement first.' },
    STATED_ON_DESC: { description: 'The latest statement first.' },
  },
});

/** The arguments that every list of positions has. */
export const positionArguments = builder.args((t) => ({
  filter: t.field({ type: PositionFilter, description: 'Which positions to list.' }),
  orderBy: t.field({
    type: PositionOrder,
    defaultValue: 'STATED_ON_ASC',
    description: 'In which order.',
  }),
}));

/** The requested page of the positions that the input selects. */
export function listedPositions(corpus: CorpusSnapshot, args: PositionsInput & PageArguments) {
  const { length, indexAt } = listPositions(corpus, args);
  return connectionFromList(
    {
      length,
      idAt: (place) => corpus.positions.id[indexAt(place)] ?? 0,
      load: (place) => ({ corpus, index: indexAt(place) }),
    },
    args,
  );
}

/** The requested page of positions that are given by their column indices. */
export function positionConnection(corpus: CorpusSnapshot, indices: Indices, args: PageArguments) {
  const indexAt = (place: number): number => indices[place] ?? 0;
  return connectionFromList(
    {
      length: indices.length,
      idAt: (place) => corpus.positions.id[indexAt(place)] ?? 0,
      load: (place) => ({ corpus, index: indexAt(place) }),
    },
    args,
  );
}
