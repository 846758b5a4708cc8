/**
 * The time limit of a request: afterwards the client gets an error, and no further field is resolved
 * (schema/core/context.ts). A PostgreSQL server ends a running statement by `statement_timeout`
 * (store/database/connect.ts); the embedded database does not support that.
 */
import { formatNumber } from '../errors/format-number.ts';
import { errorResponse, type OperationResponse } from './operation.ts';

/** The response to a request that exceeded the limit. */
export function timeoutResponse(limit: number): OperationResponse {
  return errorResponse(
    504,
    'TIMEOUT',
    `The request exceeded the time limit of ${formatNumber(limit)} ms. Request less, or split it into several requests.`,
  );
}

/** The result of `work`, or `TIMEOUT` (504) if it takes longer than `milliseconds`. `limit` is for the message. */
export async function withTimeLimit<Result>(
  milliseconds: number,
  limit: number,
  work: Promise<Result>,
): Promise<Result | OperationResponse> {
  const started = performance.now();
  const { promise: timeout, resolve } = Promise.withResolvers<OperationResponse>();
  const timer = setTimeout(() => resolve(timeoutResponse(limit)), milliseconds);
  try {
    const result = await Promise.race([work, timeout]);
    // Synchronous computation delays the timer, so the clock decides.
    return performance.now() - started > milliseconds ? timeoutResponse(limit) : result;
  } finally {
    clearTimeout(timer);
  }
}
