import { GraphQLError, type GraphQLErrorOptions } from 'graphql';
import { isInputFailure } from '#src/domain/failure.ts';

/**
 * What a client may know of an error: an expected failure tells its code and the path of the
 * offending input; mistakes in the query itself are GraphQL's to explain; the rest is ours, and
 * goes to the log.
 */
export function maskError(error: unknown): Error {
  const original = error instanceof GraphQLError ? error.originalError : error;
  const at: GraphQLErrorOptions =
    error instanceof GraphQLError ? { nodes: error.nodes ?? null, path: error.path ?? null } : {};
  if (isInputFailure(original)) {
    const extensions = { code: original.code, ...(original.input && { input: original.input }) };
    return new GraphQLError(original.message, { ...at, extensions });
  }
  if (
    error instanceof GraphQLError &&
    (original === undefined || original instanceof GraphQLError)
  ) {
    return error;
  }
  console.error(original);
  return new GraphQLError('Something went wrong here, not in your query. It has been logged.', {
    ...at,
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  });
}
