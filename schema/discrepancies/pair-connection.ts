import type { ClashingPair } from '#src/analysis/discrepancies/list-discrepancies.ts';
import { Discrepancy } from '#src/app/discrepancies/discrepancy.ts';
import { lazy } from '#src/app/discrepancies/lazy.ts';
import { invariant } from '#src/domain/failure.ts';
import {
  decodeCursor,
  encodeCursor,
  type PageArguments,
  pageBounds,
  toConnection,
} from '../core/connection.ts';
import type { Models } from '../core/models.ts';

/** The requested page of pairs; a cursor holds the ids of both positions. */
export function pairConnection(
  { corpus, pairs, within }: Models['Discrepancies'],
  args: PageArguments,
) {
  const { total, slice, placeOf } = pairs();
  const { id } = corpus.positions;
  const [start, end] = pageBounds(total, args, (cursor) => {
    const [, a, b] = /^pair:(\d+):(\d+)$/.exec(decodeCursor(cursor)) ?? [];
    return a && b ? placeOf(id.indexOf(Number(a)), id.indexOf(Number(b))) : -1;
  });
  const page = lazy(() => slice(start, end));
  const pairAt = (place: number): ClashingPair => {
    const pair = page()[place - start];
    invariant(pair, `no pair at place ${place}`);
    return pair;
  };
  return toConnection({
    start,
    end,
    totalCount: total,
    hasNextPage: end < total,
    cursorAt: (place) => {
      const { a, b } = pairAt(place);
      return encodeCursor(`pair:${id[a]}:${id[b]}`);
    },
    nodeAt: (place) => new Discrepancy(corpus, pairAt(place), within),
  });
}
