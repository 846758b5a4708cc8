/** Prometheus metrics. Labels have a fixed set of values, none of which a client can choose. */
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Outcome } from './operation-record.ts';
import { createRequestDurations, type Labels } from './request-durations.ts';

/** The metrics of one server. */
export type Metrics = ReturnType<typeof createMetrics>;

/** A revision in memory. */
export interface LoadedRevision {
  readonly revision: number;
  readonly positions: { readonly length: number };
}

/** A request at its end. */
export interface CompletedRequest {
  readonly path: string;
  readonly method: string | undefined;
  /** Null if the client disconnected before the end of the response. */
  readonly status: number | null;
  readonly outcome: Outcome;
  readonly operation: string | null;
  readonly seconds: number;
}

const PATHS: ReadonlySet<string> = new Set(['/', '/graphql', '/health', '/ready', '/metrics']);
const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);

/** Creates the metrics and registers those of the process; `inFlightCount` returns the number of requests in flight. */
export function createMetrics(inFlightCount: () => number) {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const durations = createRequestDurations(
    'demarche_http_request_duration_seconds',
    'Duration of requests by path, method, status ("gone": client disconnected), outcome of the operation, and its name if persisted.',
  );
  const errors = new Counter({
    name: 'demarche_graphql_errors_total',
    help: 'Responses with an error, by code.',
    labelNames: ['code'],
    registers,
  });
  const revision = new Gauge({
    name: 'demarche_corpus_revision',
    help: 'Corpus revision in memory.',
    registers,
  });
  const positions = new Gauge({
    name: 'demarche_corpus_positions',
    help: 'Positions in memory.',
    registers,
  });
  const inFlight = new Gauge({
    name: 'demarche_http_requests_in_flight',
    help: 'Requests in flight, including this one.',
    registers,
  });
  return {
    request: (request: CompletedRequest): void => {
      const path = PATHS.has(request.path) ? request.path : 'other';
      const { seconds, outcome, operation, status } = request;
      const method =
        request.method !== undefined && METHODS.has(request.method) ? request.method : 'other';
      const key = `${path} ${method} ${status} ${outcome} ${operation}`;
      const labels = (): Labels => ({
        path,
        method,
        status: status === null ? 'gone' : String(status),
        outcome,
        operation: operation ?? '',
      });
      durations.observe(key, labels, seconds);
    },
    errors: (codes: readonly string[]): void => {
      for (const code of codes) errors.inc({ code });
    },
    revision: (loaded: LoadedRevision): void => {
      revision.set(loaded.revision);
      positions.set(loaded.positions.length);
    },
    contentType: registry.contentType,
    text: async (): Promise<string> => {
      inFlight.set(inFlightCount());
      return `${await registry.metrics()}\n${durations.text()}`;
    },
  };
}
