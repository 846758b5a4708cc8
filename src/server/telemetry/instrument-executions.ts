import { getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { currentOperation } from './current-operation.ts';
import type { Outcome } from './operation-record.ts';

/** Codes of errors that are the server's fault, not the client's. */
const SERVER_FAULTS: ReadonlySet<string> = new Set([
  'INTERNAL_SERVER_ERROR',
  'STORE_UNREACHABLE',
  'STORE_INCOMPATIBLE',
]);

/** Records on the current operation what is executed for it and how that ends. It must be the last of the plugins that replace the executor, so that it wraps them all. */
export function useExecutionTelemetry(): Plugin {
  return {
    onExecute: ({ args }) => {
      const record = currentOperation()?.record;
      if (record === undefined) return {};
      const kind = getOperationAST(args.document, args.operationName)?.operation ?? 'query';
      const startedAt = Date.now();
      return {
        onExecuteDone: () => {
          record.execution = { kind, startedAt, endedAt: Date.now() };
        },
      };
    },
    onResultProcess: ({ result }) => {
      const record = currentOperation()?.record;
      if (record === undefined || !('errors' in result || 'data' in result)) return;
      const codes = (result.errors ?? []).map(({ extensions }) => toLabel(extensions?.['code']));
      record.errorCodes = [...new Set(codes)];
      record.outcome = outcomeOf(codes, result.data);
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
