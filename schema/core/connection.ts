/** Pages of a list whose row numbers are in memory: only the rows of the page are fetched. */
import { Failure } from '#src/domain/failure.ts';

export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** A list of which the items are fetched only if they are selected. */
interface List<Item> {
  readonly length: number;
  /** Lasting number of the item at a place, for cursors. */
  readonly idAt: (index: number) => number;
  readonly load: (index: number) => Item | Promise<Item>;
}

/** The page of a list that is asked for. */
export function pageOf<Item>(list: List<Item>, args: PageArguments) {
  const [start, end] = stretch(list.length, args, (cursor) => indexOf(list, cursor));
  const cursor = (index: number): string => encode(`row:${list.idAt(index)}`);
  return {
    totalCount: list.length,
    pageInfo: {
      hasPreviousPage: start > 0,
      hasNextPage: end < list.length,
      startCursor: start < end ? cursor(start) : null,
      endCursor: start < end ? cursor(end - 1) : null,
    },
    get edges() {
      const edge = (i: number) => {
        const item = list.load(start + i);
        const at = { cursor: cursor(start + i) };
        return item instanceof Promise
          ? item.then((node) => ({ ...at, node }))
          : { ...at, node: item };
      };
      return Array.from({ length: end - start }, (_, i) => edge(i));
    },
  };
}

/** The page of things known by their numbers. */
export function page<Item>(
  ids: readonly number[],
  args: PageArguments,
  load: (id: number) => Item | Promise<Item>,
) {
  const idAt = (index: number): number => ids[index] ?? 0;
  return pageOf({ length: ids.length, idAt, load: (index) => load(idAt(index)) }, args);
}

type Places = Pick<List<unknown>, 'length' | 'idAt'>;

/**
 * From where, and up to where (exclusive), the page reaches in a list of that length; `placeOf`
 * tells where the item of a cursor stands, below 0 if it does not. One of `first` and `last` is given
 * (page-size.ts).
 */
export function stretch(
  length: number,
  { first, after, last, before }: PageArguments,
  placeOf: (cursor: string) => number,
): [number, number] {
  const place = (cursor: string, argument: 'after' | 'before'): number => {
    const found = placeOf(cursor);
    if (found >= 0) return found;
    throw new Failure(
      'BAD_CURSOR',
      `"${cursor}" is no cursor of this list, or no longer; start again from its first page.`,
      { input: [argument] },
    );
  };
  let start = after === null || after === undefined ? 0 : place(after, 'after') + 1;
  let end = before === null || before === undefined ? length : place(before, 'before');
  if (first !== null && first !== undefined) end = Math.min(end, start + first);
  if (last !== null && last !== undefined) start = Math.max(start, end - last);
  return [start, Math.max(start, end)];
}

export function encode(cursor: string): string {
  return Buffer.from(cursor).toString('base64url');
}

/** Empty for what was not encoded here: base64 is read leniently, but a cursor has one spelling. */
export function decode(cursor: string): string {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  return encode(text) === cursor ? text : '';
}

function indexOf(list: Places, cursor: string): number {
  const id = /^row:(\d+)$/.exec(decode(cursor))?.[1];
  let index = id === undefined ? list.length : 0;
  while (index < list.length && list.idAt(index) !== Number(id)) index += 1;
  return index === list.length ? -1 : index;
}
