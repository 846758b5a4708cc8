import { getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { currentRequest, type Outcome } from './current-request.ts';

/** Codes of errors that are this server's fault, not the question's. */
const OURS: ReadonlySet<string> = new Set(['INTERNAL_SERVER_ERROR', 'STORE_UNREACHABLE']);

/**
 * Tells the request under way what executes for it and how that ends. It has to stand last among
 * the plugins that choose how to execute, so that none goes past it: what still runs when a client
 * has gone, or was given up, uses the database all the same, and is waited for at the end.
 */
export function useWatchExecutions(): Plugin {
  return {
    instrumentation: {
      request: async (_request, answer) => {
        const end = currentRequest()?.work();
        try {
          await answer();
        } finally {
          end?.();
        }
      },
    },
    onExecute: ({ args, executeFn, setExecuteFn }) => {
      const request = currentRequest();
      if (request === null) return;
      const kind = getOperationAST(args.document, args.operationName)?.operation ?? 'query';
      setExecuteFn(async (given) => {
        const end = request.work();
        const endSpan = request.trace?.execution(kind, request.operation);
        try {
          return await executeFn(given);
        } finally {
          endSpan?.();
          end();
        }
      });
    },
    onResultProcess: ({ result }) => {
      const request = currentRequest();
      if (request === null || !('errors' in result || 'data' in result)) return;
      const codes = (result.errors ?? []).map(({ extensions }) => codeOf(extensions?.['code']));
      request.errorCodes = [...new Set(codes)];
      request.outcome = outcomeOf(codes, result.data);
    },
  };
}

function codeOf(code: unknown): string {
  return typeof code === 'string' ? code : 'NONE';
}

function outcomeOf(codes: readonly string[], data: unknown): Outcome {
  if (codes.length === 0) return 'answered';
  if (codes.some((code) => OURS.has(code))) return 'failed';
  return data === undefined || data === null ? 'refused' : 'answered in part';
}
