import { Failure } from '#src/domain/failure.ts';
import type { PageArguments } from './connection.ts';

/** Items of a page without a requested size. */
const DEFAULT_PAGE_SIZE = 20;

/** The arguments with the requested page size, or the default. Throws `BAD_INPUT` for a size outside 0…max. */
export function withPageSize(args: PageArguments, max: number): PageArguments {
  for (const [name, size] of Object.entries({ first: args.first, last: args.last })) {
    if (size === null || size === undefined || (size >= 0 && size <= max)) continue;
    throw new Failure('BAD_INPUT', `${name} is ${size}; it must be from 0 to ${max}.`, {
      input: [name],
    });
  }
  const isRequested = (args.first ?? args.last ?? null) !== null;
  return isRequested ? args : { ...args, first: Math.min(DEFAULT_PAGE_SIZE, max) };
}
