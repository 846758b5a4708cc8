/** Gives each request its id, and tells the log, the metrics and the traces how it went. */
import { type IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { type CurrentRequest, requestId, runRequest } from './current-request.ts';
import type { UnderWay } from './in-flight-requests.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { Tracing } from './tracing.ts';

export interface Watchers {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly underWay: UnderWay;
  readonly tracing: () => Tracing | null;
}

/** Answers a request; its path is read once for all who look at it. */
export type Answering = (request: IncomingMessage, response: ServerResponse, path: string) => void;

/**
 * Says the id of its request. With its other headers, all at once: Node takes much longer where one of
 * them was set before.
 */
export class IdentifiedResponse<
  Request extends IncomingMessage = IncomingMessage,
> extends ServerResponse<Request> {
  id = '';

  override writeHead(
    status: number,
    reason?: string | Headers,
    headers: Headers | undefined = typeof reason === 'string' ? undefined : reason,
  ): this {
    if (typeof reason === 'string') this.statusMessage = reason;
    return super.writeHead(
      status,
      Array.isArray(headers)
        ? ['X-Request-Id', this.id, ...headers]
        : { ...headers, 'X-Request-Id': this.id },
    );
  }
}

type Headers = OutgoingHttpHeaders | (string | number | string[])[];

/** As much of a path is logged: longer ones are nobody's but a prober's. */
const MAX_PATH = 200;
/** Asked every few seconds by machines, and logged only when they are told no. */
const PROBES: ReadonlySet<string> = new Set(['/health', '/ready', '/metrics']);

export function watchRequests(
  { log, metrics, underWay, tracing }: Watchers,
  answer: Answering,
): (request: IncomingMessage, response: IdentifiedResponse) => void {
  return (request, response) => {
    const started = performance.now();
    const path = pathOf(request);
    const over = underWay.begin(response);
    let working = 0;
    const look = (): void => {
      if (working === 0 && response.closed) over();
    };
    const current: CurrentRequest = {
      id: requestId(request.headers['x-request-id']),
      trace: tracing()?.request(request.method ?? '', path, request.headers) ?? null,
      outcome: 'none',
      errorCodes: [],
      operation: null,
      work: () => {
        let ended = false;
        working += 1;
        return () => {
          if (ended) return;
          ended = true;
          working -= 1;
          look();
        };
      },
    };
    response.id = current.id;
    response.on('close', () => {
      look();
      // Without one, the client had gone before it was answered.
      const status = response.writableFinished ? response.statusCode : null;
      const seconds = (performance.now() - started) / 1000;
      const { outcome, errorCodes, operation, trace } = current;
      metrics.request({ path, method: request.method, status, outcome, operation, seconds });
      metrics.errors(errorCodes);
      trace?.end(status);
      const level = levelOf(status);
      if (PROBES.has(path) && status === 200) return;
      log[level](
        status === null ? 'request not answered: its client has gone' : 'request answered',
        {
          requestId: current.id,
          ...(trace && { traceId: trace.id }),
          method: request.method,
          path: path.slice(0, MAX_PATH),
          status,
          durationMs: Math.round(seconds * 1e6) / 1e3,
          ...(operation !== null && { operation }),
          ...(errorCodes.length > 0 && { errorCodes }),
        },
      );
    });
    runRequest(current, () => answer(request, response, path));
  };
}

/** 503 passes by itself, or its cause is logged where it is found. */
function levelOf(status: number | null): 'info' | 'warn' | 'error' {
  if (status === null || status < 500) return 'info';
  return status === 503 ? 'warn' : 'error';
}

/** Without what is asked: a query string holds the question, and what it is about. */
function pathOf({ url = '' }: IncomingMessage): string {
  const end = url.search(/[?#]/);
  return end === -1 ? url : url.slice(0, end);
}
