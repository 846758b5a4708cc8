import { type CheckedRequest, runInScope } from '../telemetry/error-scope.ts';
import type { Log } from '../telemetry/log.ts';
import type { ResponseWithRequestId } from '../telemetry/request-id.ts';
import { INTERNAL_ERROR } from './mask-error.ts';
import { sendError } from './send-error.ts';

/** Handles a request; a promise resolves once the response has been begun. */
export type Listener = (
  request: CheckedRequest,
  response: ResponseWithRequestId,
) => void | PromiseLike<void>;

/**
 * Wraps the handler of all requests. An error that it throws, or with which its promise rejects, or of a
 * callback or listener that it added, is logged; the client gets 500, or a closed connection if the
 * response has begun.
 */
export function catchErrors(listener: Listener, log: Log): Listener {
  return (request, response) => {
    const onError = (error: unknown): void => {
      try {
        sendInternalError(response);
        log.error('request handler failed', { requestId: response.requestId, error });
      } catch (second) {
        // What should report the error is what fails.
        response.destroy();
        console.error(error, second);
      }
    };
    request.onError = onError;
    response.onError = onError;
    runInScope(onError, () => {
      try {
        listener(request, response)?.then(undefined, onError);
      } catch (error) {
        onError(error);
      }
    });
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
