import { GraphQLError, type GraphQLErrorOptions } from 'graphql';
import { Failure, isInputFailure } from '#src/domain/failure.ts';
import { isConnectionLost } from '#src/store/database/connection-lost.ts';
import { currentOperation } from '../telemetry/current-operation.ts';
import type { Log } from '../telemetry/log.ts';

/** Value of `Retry-After`, in seconds: about as long as the embedded database takes to restart. */
export const RETRY_AFTER = '2';

/** Message of an unexpected error. */
export const INTERNAL_ERROR = 'Internal server error. It has been logged under the request id.';

/**
 * Returns the function that decides what a client sees of an error. Input failures keep their message,
 * code and input path; GraphQL errors in the operation pass unchanged; a lost database connection
 * becomes `STORE_UNREACHABLE`, one that a newer version has migrated `STORE_INCOMPATIBLE`; everything else
 * becomes `INTERNAL_SERVER_ERROR`. The last three are logged with the original error.
 */
export function createMaskError(log: Log): (error: unknown, requestId?: string) => GraphQLError {
  return (error, requestId = currentOperation()?.requestId) => {
    const original = error instanceof GraphQLError ? error.originalError : error;
    const location: GraphQLErrorOptions =
      error instanceof GraphQLError ? { nodes: error.nodes ?? null, path: error.path ?? null } : {};
    if (isInputFailure(original)) {
      const extensions = { code: original.code, ...(original.input && { input: original.input }) };
      return new GraphQLError(original.message, { ...location, extensions });
    }
    if (
      error instanceof GraphQLError &&
      (original === undefined || original instanceof GraphQLError)
    ) {
      return error;
    }
    if (original instanceof Failure && original.code === 'STORE_INCOMPATIBLE') {
      log.error('database incompatible', { requestId, error: original });
      return new GraphQLError(original.message, {
        ...location,
        extensions: { code: 'STORE_INCOMPATIBLE', http: { status: 503 } },
      });
    }
    if (isConnectionLost(original)) {
      log.warn('database unreachable', { requestId, error: original });
      return new GraphQLError('The database is unreachable. Retry in a few seconds.', {
        ...location,
        extensions: {
          code: 'STORE_UNREACHABLE',
          http: { status: 503, headers: { 'Retry-After': RETRY_AFTER } },
        },
      });
    }
    log.error('masked error', { requestId, error: original });
    return new GraphQLError(INTERNAL_ERROR, {
      ...location,
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    });
  };
}
