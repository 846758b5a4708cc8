import type { GraphQLResolveInfo } from 'graphql';
import type { CitableQuery } from '#src/app/citation/citable-query.ts';

/** A citable result with the field that it was resolved for; the citation's URL repeats the field's selection. */
export type Cited<Result = { readonly query: CitableQuery }> = Result & {
  readonly info: GraphQLResolveInfo;
};

/** Wraps the result of a use case as the value of a `Citable` type. */
export function cited<Result extends { readonly query: CitableQuery }>(
  result: Result,
  info: GraphQLResolveInfo,
): Cited<Result> {
  return { ...result, info };
}
