import type { IncomingMessage } from 'node:http';
import type { Log } from '../telemetry/log.ts';
import type { ResponseWithRequestId } from '../telemetry/request-id.ts';
import { INTERNAL_ERROR } from './mask-error.ts';
import { sendError } from './send-error.ts';

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
      sendInternalError(response);
    };
    try {
      listener(request, response)?.then(undefined, fail);
    } catch (error) {
      fail(error);
    }
  };
}

function sendInternalError(response: ResponseWithRequestId): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  sendError(response, 500, 'INTERNAL_SERVER_ERROR', INTERNAL_ERROR);
}
