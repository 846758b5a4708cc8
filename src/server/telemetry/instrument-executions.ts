import { getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { currentRequest, type Outcome } from './current-request.ts';

/** Codes of errors that are the server's fault, not the client's. */
const SERVER_FAULTS: ReadonlySet<string> = new Set(['INTERNAL_SERVER_ERROR', 'STORE_UNREACHABLE']);

/**
 * Records on the current request what is executed for it and how that ends. It must be the last of the
 * plugins that replace the executor, so that it wraps them all: an execution goes on after its client
 * disconnected or its time limit passed, and shutdown has to wait for it.
 */
export function useExecutionTelemetry(): Plugin {
  return {
    instrumentation: {
      request: async (_request, handle) => {
        const endWork = currentRequest()?.startWork();
        try {
          await handle();
        } finally {
          endWork?.();
        }
      },
    },
    onExecute: ({ args, executeFn, setExecuteFn }) => {
      const request = currentRequest();
      if (request === null) return;
      const kind = getOperationAST(args.document, args.operationName)?.operation ?? 'query';
      setExecuteFn(async (executionArgs) => {
        const endWork = request.startWork();
        const endSpan = request.trace?.execution(kind, request.operation);
        try {
          return await executeFn(executionArgs);
        } finally {
          endSpan?.();
          endWork();
        }
      });
    },
    onResultProcess: ({ result }) => {
      const request = currentRequest();
      if (request === null || !('errors' in result || 'data' in result)) return;
      const codes = (result.errors ?? []).map(({ extensions }) => toLabel(extensions?.['code']));
      request.errorCodes = [...new Set(codes)];
      request.outcome = outcomeOf(codes, result.data);
    },
  };
}

function toLabel(code: unknown): string {
  return typeof code === 'string' ? code : 'NONE';
}

function outcomeOf(codes: readonly string[], data: unknown): Outcome {
  if (codes.length === 0) return 'answered';
  if (codes.some((code) => SERVER_FAULTS.has(code))) return 'failed';
  return data === undefined || data === null ? 'refused' : 'answered in part';
}
