import { type ASTNode, GraphQLError } from 'graphql';
import type { ErrorCode } from './error-codes.ts';

interface RequestErrorOptions {
  /** HTTP status. Default: 400, or 200 for clients that accept only `application/json`. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Location in the operation. */
  readonly nodes?: ASTNode | readonly ASTNode[];
  /** Path in the variables or arguments. */
  readonly input?: readonly (string | number)[];
}

/**
 * The error of a request that is rejected before execution (a "request error" in the GraphQL
 * specification). `message` states what is wrong and what would be right.
 */
export function requestError(
  code: ErrorCode,
  message: string,
  { status, headers, nodes, input }: RequestErrorOptions = {},
): GraphQLError {
  const http = status === undefined ? { status: 400, spec: true } : { status };
  return new GraphQLError(message, {
    nodes: nodes ?? null,
    extensions: { code, ...(input && { input }), http: { ...http, ...(headers && { headers }) } },
  });
}
