/** How many items a page of a list has, for all lists alike: as the server is set, 20 if unasked. */
import { Failure } from '#src/domain/failure.ts';
import type { PageArguments } from './connection.ts';

const DEFAULT_SIZE = 20;

/** Fails on a page that is too long, or shorter than nothing. */
export function sized(args: PageArguments, most: number): PageArguments {
  for (const [name, size] of Object.entries({ first: args.first, last: args.last })) {
    if (size === null || size === undefined || (size >= 0 && size <= most)) continue;
    throw new Failure('BAD_INPUT', `${name} is ${size}; it must be from 0 to ${most}.`, {
      input: [name],
    });
  }
  const asked = (args.first ?? args.last ?? null) !== null;
  return asked ? args : { ...args, first: Math.min(DEFAULT_SIZE, most) };
}
