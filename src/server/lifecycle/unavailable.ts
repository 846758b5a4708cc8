import type { ServerResponse } from 'node:http';
import { RETRY_AFTER } from '../errors/mask-error.ts';

/** Rejects a request with 503: before the corpus is open, or after the port was closed. */
export function sendUnavailable(response: ServerResponse, code: 'STARTING' | 'DRAINING'): void {
  const message =
    code === 'STARTING'
      ? 'The server is starting. Retry in a second.'
      : 'The server is shutting down. Retry elsewhere.';
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  response
    .writeHead(503, {
      'Content-Type': 'application/json',
      'Retry-After': code === 'STARTING' ? '1' : RETRY_AFTER,
      ...(code === 'DRAINING' && { Connection: 'close' }),
    })
    .end(body);
}
