import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { type ErrorCode, isErrorCode } from './error-codes.ts';

/** Messages may quote names and values of the client, of any length. */
const MAX_MESSAGE_LENGTH = 1000;

/** Runs last: gives every error a documented code and limits the length of its message. */
export function useNormalizedErrors(): Plugin {
  return {
    onResultProcess: (event) => {
      const { result } = event;
      if (Array.isArray(result) || !('errors' in result) || !result.errors?.length) return;
      const hasNoData = !('data' in result);
      const errors = result.errors.map((error) => normalizeError(error, hasNoData));
      event.setResult({ ...result, errors });
    },
  };
}

function normalizeError(error: GraphQLError, hasNoData: boolean): GraphQLError {
  const { code, originalError, http, ...extensions } = error.extensions;
  const isServerError = hasNoData && code === 'INTERNAL_SERVER_ERROR' && http === undefined;
  const isShort = error.message.length <= MAX_MESSAGE_LENGTH;
  if (isErrorCode(code) && originalError === undefined && isShort && !isServerError) return error;
  const status = isServerError ? { status: 500 } : http;
  return new GraphQLError(isShort ? error.message : truncate(error.message), {
    nodes: error.nodes ?? null,
    source: error.source ?? null,
    positions: error.positions ?? null,
    path: error.path ?? null,
    extensions: {
      code: isErrorCode(code) ? code : codeFor(http),
      ...extensions,
      ...(status !== undefined && { http: status }),
    },
  });
}

function truncate(message: string): string {
  return `${message.slice(0, MAX_MESSAGE_LENGTH).toWellFormed()}…`;
}

/** The code for an error of the GraphQL libraries that has none of ours. */
function codeFor(http: unknown): ErrorCode {
  const status = typeof http === 'object' && http !== null && 'status' in http ? http.status : 0;
  // Invalid variable values are reported by the executor, without a code.
  return status === 0 || status === 400 ? 'BAD_INPUT' : 'BAD_REQUEST';
}
