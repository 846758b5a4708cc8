import type { ServerResponse } from 'node:http';
import { RETRY_AFTER } from '../errors/mask-error.ts';
import { sendError } from '../errors/send-error.ts';

/** Rejects a request with 503: before the corpus is open, or after the port was closed. */
export function sendUnavailable(response: ServerResponse, code: 'STARTING' | 'DRAINING'): void {
  const message =
    code === 'STARTING'
      ? 'The server is starting. Retry in a second.'
      : 'The server is shutting down. Retry elsewhere.';
  sendError(response, 503, code, message, {
    'Retry-After': code === 'STARTING' ? '1' : RETRY_AFTER,
    ...(code === 'DRAINING' && { Connection: 'close' }),
  });
}
