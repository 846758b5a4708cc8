import { MAX_OFFSET, type SearchInput, searchCorpus } from '#src/app/search/search-corpus.ts';
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import {
  decodeCursor,
  encodeCursor,
  type PageArguments,
  pageBounds,
  toConnection,
} from '../core/connection.ts';
import type { Context } from '../core/context.ts';

/** The requested page of hits. Fetches one hit beyond it to determine `hasNextPage`. */
export async function searchConnection(
  store: Context['store'],
  corpus: CorpusSnapshot,
  { query, filter, ...args }: PageArguments & SearchInput,
) {
  const search = (offset: number, limit: number) =>
    searchCorpus(store, corpus, { query, filter }, offset, limit);
  // Only a page counted from the end needs the total.
  const length = (args.last ?? null) === null ? Infinity : await (await search(0, 0)).totalCount();
  const [start, limit] = pageBounds(length, args, (cursor) => offsetOf(cursor, length));
  const found = await search(start, limit - start + 1);
  const hits = found.hits.slice(0, limit - start);
  const connection = toConnection({
    start,
    end: start + hits.length,
    get totalCount() {
      return found.totalCount();
    },
    hasNextPage: found.hits.length > hits.length,
    cursorAt: (offset) => encodeCursor(`hit:${offset}`),
    nodeAt: (offset) => ({ record: hits[offset - start] as (typeof hits)[number], corpus }),
  });
  // Not a copy, which would read its getters.
  return Object.assign(connection, {
    facets: async () => ({ record: await found.facets(), corpus }),
  });
}

/** Offset of a cursor's hit; negative if it is not a cursor of this list. */
function offsetOf(cursor: string, length: number): number {
  const offset = Number(/^hit:(0|[1-9]\d{0,5})$/.exec(decodeCursor(cursor))?.[1] ?? -1);
  return offset < length && offset <= MAX_OFFSET ? offset : -1;
}

/** What the fields of the connection are resolved from. */
export type SearchConnection = Awaited<ReturnType<typeof searchConnection>>;
