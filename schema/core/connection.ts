/** Relay connections over lists in memory: only the items of the requested page are loaded. */
import { Failure } from '#src/domain/failure.ts';

/** The arguments of a connection. The guard plugin sets `first` where neither `first` nor `last` is given. */
export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** A list in memory whose items are loaded only when they are selected. */
interface List<Item> {
  readonly length: number;
  /** Stable number of the item at an index, for cursors. */
  readonly idAt: (index: number) => number;
  readonly load: (index: number) => Item | Promise<Item>;
}

/** The requested page of a list. Throws `BAD_CURSOR`. */
export function connectionFromList<Item>(list: List<Item>, args: PageArguments) {
  const [start, end] = pageBounds(list.length, args, (cursor) => indexOfCursor(list, cursor));
  return toConnection({
    start,
    end,
    totalCount: list.length,
    hasNextPage: end < list.length,
    cursorAt: (index) => encodeCursor(`row:${list.idAt(index)}`),
    nodeAt: list.load,
  });
}

/** The requested page of a list of numbers, each of which loads an item. Throws `BAD_CURSOR`. */
export function connectionFromIds<Item>(
  ids: readonly number[],
  args: PageArguments,
  load: (id: number) => Item | Promise<Item>,
) {
  const idAt = (index: number): number => ids[index] ?? 0;
  return connectionFromList({ length: ids.length, idAt, load: (index) => load(idAt(index)) }, args);
}

/** A page from `start` to `end` (exclusive) of a list. */
interface Page<Item> {
  readonly start: number;
  readonly end: number;
  /** A getter where counting is expensive: it is read only when selected. */
  readonly totalCount: number | Promise<number>;
  readonly hasNextPage: boolean;
  readonly cursorAt: (index: number) => string;
  readonly nodeAt: (index: number) => Item | Promise<Item>;
}

/** A page in the shape of a Relay connection; edges are made when selected. */
export function toConnection<Item>(page: Page<Item>) {
  const { start, end, hasNextPage, cursorAt, nodeAt } = page;
  return {
    get totalCount() {
      return page.totalCount;
    },
    pageInfo: {
      hasPreviousPage: start > 0,
      hasNextPage,
      get startCursor() {
        return start < end ? cursorAt(start) : null;
      },
      get endCursor() {
        return start < end ? cursorAt(end - 1) : null;
      },
    },
    get edges() {
      return Array.from({ length: end - start }, (_, i) =>
        toEdge(() => cursorAt(start + i), nodeAt(start + i)),
      );
    },
  };
}

function toEdge<Item>(cursorOf: () => string, item: Item | Promise<Item>) {
  const toEdgeOf = (node: Item) => ({
    // A getter: most clients select no cursors of edges.
    get cursor() {
      return cursorOf();
    },
    node,
  });
  return item instanceof Promise ? item.then(toEdgeOf) : toEdgeOf(item);
}

/**
 * Start and end (exclusive) of the requested page in a list of that length. `indexOf` returns the
 * index of a cursor's item, or a negative number. Throws `BAD_CURSOR`.
 */
export function pageBounds(
  length: number,
  { first, after, last, before }: PageArguments,
  indexOf: (cursor: string) => number,
): [number, number] {
  const resolve = (cursor: string, argument: 'after' | 'before'): number => {
    const index = indexOf(cursor);
    if (index >= 0) return index;
    throw new Failure(
      'BAD_CURSOR',
      `"${cursor}" is not a cursor of this list, or is out of date. Request the first page again.`,
      { input: [argument] },
    );
  };
  let start = after === null || after === undefined ? 0 : resolve(after, 'after') + 1;
  let end = before === null || before === undefined ? length : resolve(before, 'before');
  if (first !== null && first !== undefined) end = Math.min(end, start + first);
  if (last !== null && last !== undefined) start = Math.max(start, end - last);
  return [start, Math.max(start, end)];
}

/** Makes a cursor opaque: base64url. */
export function encodeCursor(cursor: string): string {
  return Buffer.from(cursor).toString('base64url');
}

/** The decoded cursor; empty unless `cursor` is exactly what `encodeCursor` returns, since base64 decoding is lenient. */
export function decodeCursor(cursor: string): string {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  return encodeCursor(text) === cursor ? text : '';
}

function indexOfCursor(list: Pick<List<unknown>, 'length' | 'idAt'>, cursor: string): number {
  const id = /^row:(\d+)$/.exec(decodeCursor(cursor))?.[1];
  let index = id === undefined ? list.length : 0;
  while (index < list.length && list.idAt(index) !== Number(id)) index += 1;
  return index === list.length ? -1 : index;
}
