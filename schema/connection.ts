/** Pages of a list whose row numbers are in memory: only the rows of the page are fetched. */
import { Failure } from '#src/domain/failure.ts';

export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

const DEFAULT_SIZE = 20;
/** A longer page is refused. */
export const MAX_SIZE = 1000;

/** The page of `ids` that is asked for; `load` is called when, and only when, items are selected. */
export function page<Item>(
  ids: ArrayLike<number>,
  args: PageArguments,
  load: (id: number) => Item | Promise<Item>,
) {
  const [start, end] = range(ids, args);
  const cursor = (index: number): string => encode(ids[index] ?? 0);
  return {
    totalCount: ids.length,
    pageInfo: {
      hasPreviousPage: start > 0,
      hasNextPage: end < ids.length,
      startCursor: start < end ? cursor(start) : null,
      endCursor: start < end ? cursor(end - 1) : null,
    },
    get edges() {
      return Promise.all(
        Array.from({ length: end - start }, async (_, i) => ({
          cursor: cursor(start + i),
          node: await load(ids[start + i] ?? 0),
        })),
      );
    },
  };
}

function range(
  ids: ArrayLike<number>,
  { first, after, last, before }: PageArguments,
): [number, number] {
  for (const [name, size] of Object.entries({ first, last })) {
    if (size !== null && size !== undefined && (size < 0 || size > MAX_SIZE)) {
      throw new Failure('BAD_INPUT', `${name} is ${size}; it must be from 0 to ${MAX_SIZE}.`, {
        input: [name],
      });
    }
  }
  let start = after === null || after === undefined ? 0 : indexOf(ids, after, 'after') + 1;
  let end = before === null || before === undefined ? ids.length : indexOf(ids, before, 'before');
  if (first !== null && first !== undefined) end = Math.min(end, start + first);
  else if (last === null || last === undefined) end = Math.min(end, start + DEFAULT_SIZE);
  if (last !== null && last !== undefined) start = Math.max(start, end - last);
  return [start, Math.max(start, end)];
}

function encode(id: number): string {
  return Buffer.from(`row:${id}`).toString('base64url');
}

function indexOf(ids: ArrayLike<number>, cursor: string, argument: 'after' | 'before'): number {
  const id = /^row:(\d+)$/.exec(Buffer.from(cursor, 'base64url').toString('utf8'))?.[1];
  const index = id === undefined ? -1 : Array.prototype.indexOf.call(ids, Number(id));
  if (index < 0) {
    throw new Failure(
      'BAD_INPUT',
      `"${cursor}" is no cursor of this list, or no longer; start again from its first page.`,
      { input: [argument] },
    );
  }
  return index;
}
