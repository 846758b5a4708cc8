/**
 * Gives up a request that takes too long: its client is told, and no further field of it is begun
 * (schema/context.ts). A statement that the database is at by then ends by `statement_timeout`
 * (store/connect.ts), which the embedded database does not have.
 */
import type { ExecutionResult } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { inWords, refusal } from '../errors/error-codes.ts';

export function useTimeLimit(milliseconds: number): Plugin {
  const message = `The answer took more than ${inWords(milliseconds)} ms and was given up. Ask for less at once.`;
  const gaveUp = (): ExecutionResult => ({
    errors: [refusal('TIMEOUT', message, { status: 504 })],
  });
  return {
    onParams: ({ paramsHandler, setParamsHandler }) => {
      setParamsHandler(async (payload) => {
        const started = performance.now();
        const { promise: overdue, resolve: giveUp } = Promise.withResolvers<ExecutionResult>();
        const timer = setTimeout(() => giveUp(gaveUp()), milliseconds);
        try {
          const answer = await Promise.race([paramsHandler(payload), overdue]);
          // A timer waits while fields are computed; these have looked at the clock themselves.
          return performance.now() - started > milliseconds ? gaveUp() : answer;
        } finally {
          clearTimeout(timer);
        }
      });
    },
  };
}
