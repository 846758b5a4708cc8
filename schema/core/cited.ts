import type { GraphQLResolveInfo } from 'graphql';
import type { CitableQuery } from '#src/app/citation/citable-query.ts';

/** A citable result with the field that it was resolved for; the citation's URL repeats the field's selection. */
export type Cited<Result = { readonly query: CitableQuery }> = Result & {
  readonly info: GraphQLResolveInfo;
};

/** Adds to the page of a list what its citation needs. */
export function citedList<Connection extends object>(
  connection: Connection,
  query: CitableQuery,
  info: GraphQLResolveInfo,
): Connection & Cited {
  // Not a copy, which would read its getters.
  return Object.assign(connection, { query, info });
}

/** Wraps the result of a use case as the value of a `Citable` type. */
export function cited<Result extends { readonly query: CitableQuery }>(
  result: Result,
  info: GraphQLResolveInfo,
): Cited<Result> {
  return { ...result, info };
}

/** Options of a connection whose pages {@link citedList} makes; Pothos does not infer that they are citable. */
export const CITABLE_LIST: { readonly interfaces: never } = { interfaces: ['Citable'] as never };
