import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { type ErrorCode, isErrorCode } from './error-codes.ts';

/** A name or value of the client's own may stand in a message, as long as it likes. */
const LONGEST_MESSAGE = 1000;

/** The last to touch an answer: every error leaves with a code of the list, and of a sane length. */
export function useAnswerErrors(): Plugin {
  return {
    onResultProcess: (answer) => {
      const { result } = answer;
      if (Array.isArray(result) || !('errors' in result) || !result.errors?.length) return;
      const unanswered = !('data' in result);
      const errors = result.errors.map((error) => toAnswer(error, unanswered));
      answer.setResult({ ...result, errors });
    },
  };
}

function toAnswer(error: GraphQLError, unanswered: boolean): GraphQLError {
  const { code, originalError, http, ...extensions } = error.extensions;
  const ours = unanswered && code === 'INTERNAL_SERVER_ERROR' && http === undefined;
  const short = error.message.length <= LONGEST_MESSAGE;
  if (isErrorCode(code) && originalError === undefined && short && !ours) return error;
  const status = ours ? { status: 500 } : http;
  return new GraphQLError(short ? error.message : shortened(error.message), {
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

function shortened(message: string): string {
  return `${message.slice(0, LONGEST_MESSAGE).toWellFormed()}…`;
}

/** Of errors that GraphQL's own libraries leave without one of ours. */
function codeFor(http: unknown): ErrorCode {
  const status = typeof http === 'object' && http !== null && 'status' in http ? http.status : 0;
  // What is wrong with the values of variables is found last, and has no code of its own.
  return status === 0 || status === 400 ? 'BAD_INPUT' : 'BAD_REQUEST';
}
