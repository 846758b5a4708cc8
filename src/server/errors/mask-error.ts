import { GraphQLError, type GraphQLErrorOptions } from 'graphql';
import { isInputFailure } from '#src/domain/failure.ts';
import { isConnectionLost } from '#src/store/database/connection-lost.ts';
import { currentRequest } from '../telemetry/current-request.ts';
import type { Log } from '../telemetry/log.ts';

/** Seconds until asking again is worth it: the embedded database is back in about as many. */
export const RETRY_AFTER = '2';

/**
 * What a client may know of an error: an expected failure tells its code and the path of the
 * offending input; mistakes in the query itself are GraphQL's to explain; a database that is out of
 * reach is worth another try; the rest is ours. Of the latter two the log has the whole.
 */
export function createMaskError(log: Log): (error: unknown) => Error {
  return (error) => {
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
    const requestId = currentRequest()?.id;
    if (isConnectionLost(original)) {
      log.warn('the database is out of reach', { requestId, error: original });
      return new GraphQLError('The database is out of reach at the moment. Ask again in a while.', {
        ...at,
        extensions: {
          code: 'STORE_UNREACHABLE',
          http: { status: 503, headers: { 'Retry-After': RETRY_AFTER } },
        },
      });
    }
    log.error('an error that was masked', { requestId, error: original });
    return new GraphQLError('Something went wrong here, not in your query. It has been logged.', {
      ...at,
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    });
  };
}
