/**
 * The request that the current asynchronous context belongs to, for the log, the metrics and the
 * traces. Nothing here comes from the client, except an id of safe characters.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { RequestTrace } from './tracing.ts';

/** How the operation of a request ended; `none` without an operation, or with a cached response. */
export type Outcome = 'none' | 'answered' | 'answered in part' | 'refused' | 'failed';

/** What telemetry records about a request while it is in flight. */
export interface CurrentRequest {
  readonly id: string;
  readonly trace: RequestTrace | null;
  outcome: Outcome;
  /** Distinct codes of the errors in the result. */
  errorCodes: readonly string[];
  /** Name of the operation, only if it is a persisted one. */
  operation: string | null;
  /** Registers work for the request that may outlast its response; the returned function ends it. */
  readonly startWork: () => () => void;
}

const requests = new AsyncLocalStorage<CurrentRequest>();

/** The current request, or null outside of an HTTP request. */
export function currentRequest(): CurrentRequest | null {
  return requests.getStore() ?? null;
}

/** Runs `handle` with `request` as the current one, and returns its result. */
export function runWithRequest<Result>(request: CurrentRequest, handle: () => Result): Result {
  return requests.run(request, handle);
}

/** Records the name of a persisted operation for the log, the metrics and the traces. */
export function recordOperation(name: string | undefined): void {
  const request = currentRequest();
  if (request !== null && name !== undefined) request.operation = name;
}
