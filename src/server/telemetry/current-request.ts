/**
 * What is known of the request under way, wherever in its work one stands: for the log, the metrics
 * and the traces. Nothing here is what a client wrote, but for an id that is made of plain signs.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { RequestTrace } from './tracing.ts';

/** How the question of a request ended; `none` where it was no question, or its answer was kept. */
export type Outcome = 'none' | 'answered' | 'answered in part' | 'refused' | 'failed';

export interface CurrentRequest {
  readonly id: string;
  readonly trace: RequestTrace | null;
  outcome: Outcome;
  /** Of its errors, each once. */
  errorCodes: readonly string[];
  /** Name of the operation, if it is one of the server's own. */
  operation: string | null;
  /** Says that something begins to work for the request; what is returned says that it has ended. */
  readonly work: () => () => void;
}

const requests = new AsyncLocalStorage<CurrentRequest>();

/** Null outside of a request that came over HTTP. */
export function currentRequest(): CurrentRequest | null {
  return requests.getStore() ?? null;
}

export function runRequest(request: CurrentRequest, answer: () => void): void {
  requests.run(request, answer);
}

/** Notes the name of one of the server's own operations, which stands in logs, metrics and traces. */
export function noteOperation(name: string | undefined): void {
  const request = currentRequest();
  if (request !== null && name !== undefined) request.operation = name;
}

const PLAIN_ID = /^[A-Za-z0-9._-]{1,64}$/;

/** The client's own if it is plain, so that it can stand in a log and a header; else a new one. */
export function requestId(given: string | readonly string[] | undefined): string {
  return typeof given === 'string' && PLAIN_ID.test(given) ? given : randomUUID();
}
