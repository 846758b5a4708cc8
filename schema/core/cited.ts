import type { GraphQLResolveInfo } from 'graphql';
import type { CitableQuery } from '#src/app/citation/citable-query.ts';

/** A citable result together with the field that it was resolved for, whose selections its URL repeats. */
export type Cited<Result = { readonly query: CitableQuery }> = Result & {
  readonly info: GraphQLResolveInfo;
};

/** Makes the result of a use case the value of a `Citable` type. */
export function cited<Result extends { readonly query: CitableQuery }>(
  result: Result,
  info: GraphQLResolveInfo,
): Cited<Result> {
  return { ...result, info };
}
