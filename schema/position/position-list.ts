import { listPositions, type PositionsInput } from '#src/app/positions/list-positions.ts';
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import type { Indices } from '#src/domain/position-columns.ts';
import { builder } from '../core/builder.ts';
import { connectionFromList, type PageArguments } from '../core/connection.ts';
import { PositionFilter } from './position-filter.ts';

const PositionOrder = builder.enumType('PositionOrder', {
  description: 'Order of a list of positions.',
  values: {
    STATED_ON_ASC: { description: 'Earliest statement first.' },
    STATED_ON_DESC: { description: 'Latest statement first.' },
  },
});

/** Arguments of every list of positions. */
export const positionArguments = builder.args((t) => ({
  filter: t.field({ type: PositionFilter, description: 'Positions to list.' }),
  orderBy: t.field({
    type: PositionOrder,
    defaultValue: 'STATED_ON_ASC',
    description: 'Order of the list.',
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

/** The requested page of positions, from their column indices. */
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
