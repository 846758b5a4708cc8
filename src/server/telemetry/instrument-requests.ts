/** Gives each request its id, and records its end in the log, the metrics and the traces. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CurrentRequest } from './current-request.ts';
import type { InFlightRequests } from './in-flight-requests.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import { emptyRecord } from './operation-record.ts';
import { pathWithoutQuery, truncatePath } from './redaction.ts';
import { type ResponseWithRequestId, requestIdFor } from './request-id.ts';
import type { Tracing } from './tracing.ts';

/** Where requests are recorded. */
export interface Telemetry {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly inFlight: InFlightRequests;
  /** Null until traces are configured and loaded. */
  readonly tracing: () => Tracing | null;
}

/** Handles a request. A promise resolves once the response has been begun. */
export type RequestHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  current: CurrentRequest,
) => void | PromiseLike<void>;

/** Polled every few seconds by machines, and logged only when not successful. */
const PROBES: ReadonlySet<string> = new Set(['/health', '/ready', '/metrics']);

/** Wraps a handler, so that each of its requests is recorded. */
export function instrumentRequests(
  { log, metrics, inFlight, tracing }: Telemetry,
  handle: RequestHandler,
): (request: IncomingMessage, response: ResponseWithRequestId) => void | PromiseLike<void> {
  return (request, response) => {
    const started = performance.now();
    const path = pathWithoutQuery(request);
    const { method } = request;
    const remove = inFlight.add();
    let pendingWork = 0;
    const removeIfDone = (): void => {
      if (pendingWork === 0 && response.closed) remove();
    };
    const current: CurrentRequest = {
      id: requestIdFor(request.headers['x-request-id']),
      path,
      trace: tracing()?.request(request.method ?? '', path, request.headers) ?? null,
      record: emptyRecord(),
      startWork: () => {
        let ended = false;
        pendingWork += 1;
        return () => {
          if (ended) return;
          ended = true;
          pendingWork -= 1;
          removeIfDone();
        };
      },
    };
    response.requestId = current.id;
    response.isLast = inFlight.isClosing;
    response.on('close', () => {
      removeIfDone();
      // Null when the client disconnected before the end of the response.
      const status = response.writableFinished ? response.statusCode : null;
      const seconds = (performance.now() - started) / 1000;
      const { record, trace } = current;
      const { outcome, errorCodes, operation } = record;
      metrics.request({ path, method, status, outcome, operation, seconds });
      metrics.errors(errorCodes);
      trace?.end(status, record);
      if (PROBES.has(path) && status === 200) return;
      log[levelFor(status)](
        status === null ? 'request aborted by the client' : 'request completed',
        {
          requestId: current.id,
          ...(trace && { traceId: trace.id }),
          method,
          path: truncatePath(path),
          status,
          durationMs: Math.round(seconds * 1e6) / 1e3,
          ...(operation !== null && { operation }),
          ...(errorCodes.length > 0 && { errorCodes }),
        },
      );
    });
    return handle(request, response, current);
  };
}

/** 503 is transient, or its cause is logged where it occurs. */
function levelFor(status: number | null): 'info' | 'warn' | 'error' {
  if (status === null || status < 500) return 'info';
  return status === 503 ? 'warn' : 'error';
}
