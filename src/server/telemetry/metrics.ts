/** Prometheus metrics. Labels have a fixed set of values, none of which a client can choose. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Outcome } from './operation-record.ts';

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
const SECONDS = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30];

/** Creates the metrics and registers those of the process; `inFlightCount` returns the number of requests in flight. */
export function createMetrics(inFlightCount: () => number) {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'demarche_http_request_duration_seconds',
    help: 'Duration of requests by path, method, status ("gone": client disconnected), outcome of the operation, and its name if persisted.',
    labelNames: ['path', 'method', 'status', 'outcome', 'operation'],
    buckets: SECONDS,
    registers,
  });
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
    request: ({ path, method, status, outcome, operation, seconds }: CompletedRequest): void => {
      const labels = {
        path: PATHS.has(path) ? path : 'other',
        method: method !== undefined && METHODS.has(method) ? method : 'other',
        status: status === null ? 'gone' : String(status),
        outcome,
        operation: operation ?? '',
      };
      durations.observe(labels, seconds);
    },
    errors: (codes: readonly string[]): void => {
      for (const code of codes) errors.inc({ code });
    },
    revision: (loaded: LoadedRevision): void => {
      revision.set(loaded.revision);
      positions.set(loaded.positions.length);
    },
    contentType: registry.contentType,
    text: (): Promise<string> => {
      inFlight.set(inFlightCount());
      return registry.metrics();
    },
  };
}
