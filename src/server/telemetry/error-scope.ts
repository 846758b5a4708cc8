/**
 * Who handles an error that nothing catches, in a callback, an event or a promise: the request or the
 * thread that it belongs to, so that it does not end the process.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { IncomingMessage, ServerResponse } from 'node:http';

/** Handles an error that nothing else has caught. */
export type OnError = (error: unknown) => void;

/** A request whose listeners are checked: Node calls them outside of the handler's context. */
export class CheckedRequest extends IncomingMessage {
  /** Handles errors that listeners throw. */
  onError: OnError | null = null;

  override emit(event: string, ...values: unknown[]): boolean {
    try {
      return super.emit(event, ...values);
    } catch (error) {
      return handleOrThrow(this.onError, error);
    }
  }
}

/** A response whose listeners are checked. */
export class CheckedResponse<
  Request extends IncomingMessage = IncomingMessage,
> extends ServerResponse<Request> {
  /** Handles errors that listeners throw. */
  onError: OnError | null = null;

  override emit(event: string, ...values: unknown[]): boolean {
    try {
      return super.emit(event, ...values);
    } catch (error) {
      return handleOrThrow(this.onError, error);
    }
  }
}

function handleOrThrow(onError: OnError | null, error: unknown): true {
  if (onError === null) throw error;
  onError(error);
  return true;
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
