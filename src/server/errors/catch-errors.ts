/** So that no error in the handling of a request can end the process, or harm another request. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '../telemetry/log.ts';
import type { ResponseWithRequestId } from '../telemetry/request-id.ts';
import { INTERNAL_ERROR } from './mask-error.ts';
import { sendError } from './send-error.ts';

/** Handles a request; a promise resolves once the response has been begun. */
export type Listener = (
  request: CheckedRequest,
  response: ResponseWithRequestId,
) => void | PromiseLike<void>;

/** Handles an error that nothing else has caught. */
export type OnError = (error: unknown) => void;

/** A request whose listeners are checked: Node calls them outside of the handler's context. */
export class CheckedRequest extends IncomingMessage {
  /** Handles errors that listeners throw. */
  onError: OnError | null = null;

  override emit(event: string, ...values: unknown[]): boolean {
    return catchListeners(this.onError, () => super.emit(event, ...values));
  }
}

/** A response whose listeners are checked. */
export class CheckedResponse<
  Request extends IncomingMessage = IncomingMessage,
> extends ServerResponse<Request> {
  /** Handles errors that listeners throw. */
  onError: OnError | null = null;

  override emit(event: string, ...values: unknown[]): boolean {
    return catchListeners(this.onError, () => super.emit(event, ...values));
  }
}

/** Emits an event; an error of a listener is handed to `onError`. */
function catchListeners(onError: OnError | null, emit: () => boolean): boolean {
  try {
    return emit();
  } catch (error) {
    if (onError === null) throw error;
    onError(error);
    return true;
  }
}

const scopes = new AsyncLocalStorage<OnError>();

/**
 * Runs a function, and hands to `onError` each error that nothing catches in what it starts: callbacks,
 * events and promises. For that, {@link handleUncaught} must be the process's last resort.
 */
export function runInScope<Result>(onError: OnError, run: () => Result): Result {
  return scopes.run(onError, run);
}

/** Handles an error that was not caught, if it belongs to a scope; false otherwise. */
export function handleUncaught(error: unknown): boolean {
  const onError = scopes.getStore();
  onError?.(error);
  return onError !== undefined;
}

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
