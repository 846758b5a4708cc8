import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { ErrorCode } from './error-codes.ts';

/** Responds with one error in the form of a GraphQL result, outside of GraphQL's own execution. */
export function sendError(
  response: ServerResponse,
  status: number,
  code: ErrorCode,
  message: string,
  headers: OutgoingHttpHeaders = {},
): void {
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  response
    .writeHead(status, {
      'Content-Type': 'application/json',
      'Cache-Control': 'no-store',
      ...headers,
    })
    .end(body);
}
