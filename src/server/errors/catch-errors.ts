import type { IncomingMessage } from 'node:http';
import type { Log } from '../telemetry/log.ts';
import type { ResponseWithRequestId } from '../telemetry/request-id.ts';

/** Handles a request; a promise resolves once the response has been begun. */
export type Listener = (
  request: IncomingMessage,
  response: ResponseWithRequestId,
) => void | PromiseLike<void>;

/**
 * Wraps the handler of all requests, so that no error of its own can end the process: one that it
 * throws, or with which its promise rejects, is logged, and the client gets 500, or a closed
 * connection if the response has begun.
 */
export function catchErrors(
  listener: Listener,
  log: Log,
): (request: IncomingMessage, response: ResponseWithRequestId) => void {
  return (request, response) => {
    const fail = (error: unknown): void => {
      log.error('request handler failed', { requestId: response.requestId, error });
      sendInternalError(request, response);
    };
    try {
      listener(request, response)?.then(undefined, fail);
    } catch (error) {
      fail(error);
    }
  };
}

function sendInternalError({ method }: IncomingMessage, response: ResponseWithRequestId): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  const message = 'Internal server error. It has been logged under the request id.';
  const extensions = { code: 'INTERNAL_SERVER_ERROR' };
  const body = JSON.stringify({ errors: [{ message, extensions }] });
  response
    .writeHead(500, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
    .end(method === 'HEAD' ? undefined : body);
}
