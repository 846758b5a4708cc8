/**
 * The time limit of a request: afterwards the client gets an error, and no further field is resolved
 * (schema/core/context.ts). A PostgreSQL server ends a running statement by `statement_timeout`
 * (store/database/connect.ts); the embedded database does not support that.
 */
import type { ExecutionResult } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { formatNumber } from '../errors/format-number.ts';
import { requestError } from '../errors/request-error.ts';

/** Ends requests that take longer than `milliseconds` with `TIMEOUT` (504). */
export function useTimeLimit(milliseconds: number): Plugin {
  const message = `The request exceeded the time limit of ${formatNumber(milliseconds)} ms. Request less, or split it into several requests.`;
  const timeoutResult = (): ExecutionResult => ({
    errors: [requestError('TIMEOUT', message, { status: 504 })],
  });
  return {
    onParams: ({ paramsHandler, setParamsHandler }) => {
      setParamsHandler(async (payload) => {
        const started = performance.now();
        const { promise: timeout, resolve } = Promise.withResolvers<ExecutionResult>();
        const timer = setTimeout(() => resolve(timeoutResult()), milliseconds);
        try {
          const result = await Promise.race([paramsHandler(payload), timeout]);
          // Synchronous computation delays the timer, so the clock decides.
          return performance.now() - started > milliseconds ? timeoutResult() : result;
        } finally {
          clearTimeout(timer);
        }
      });
    },
  };
}
