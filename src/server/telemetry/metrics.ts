/** Counts for Prometheus. Labels have a few values each, none of which a client can make up. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import type { Outcome } from './current-request.ts';

export type Metrics = ReturnType<typeof createMetrics>;

export interface AnsweredRequest {
  readonly path: string;
  readonly method: string | undefined;
  /** Null if its client had gone. */
  readonly status: number | null;
  readonly outcome: Outcome;
  readonly operation: string | null;
  readonly seconds: number;
}

const PATHS: ReadonlySet<string> = new Set(['/', '/graphql', '/health', '/ready', '/metrics']);
const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);
const SECONDS = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30];

/** `underWay` tells how many requests are. */
export function createMetrics(underWay: () => number) {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'demarche_http_request_duration_seconds',
    help: 'Time from a request to the end of its answer, by path, method, status ("gone": the client had left), how its question ended, and its name if it is one of the server’s own.',
    labelNames: ['path', 'method', 'status', 'outcome', 'operation'],
    buckets: SECONDS,
    registers,
  });
  const errors = new Counter({
    name: 'demarche_graphql_errors_total',
    help: 'Answers with an error of a code.',
    labelNames: ['code'],
    registers,
  });
  const revision = new Gauge({
    name: 'demarche_corpus_revision',
    help: 'The latest revision of the corpus that is in memory.',
    registers,
  });
  const positions = new Gauge({
    name: 'demarche_corpus_positions',
    help: 'Positions of that revision, in memory.',
    registers,
  });
  const inFlight = new Gauge({
    name: 'demarche_http_requests_in_flight',
    help: 'Requests under way, this one included.',
    registers,
  });
  return {
    request: ({ path, method, status, outcome, operation, seconds }: AnsweredRequest): void => {
      const named = {
        path: PATHS.has(path) ? path : 'other',
        method: method !== undefined && METHODS.has(method) ? method : 'other',
        status: status === null ? 'gone' : String(status),
        outcome,
        operation: operation ?? '',
      };
      durations.observe(named, seconds);
    },
    errors: (codes: readonly string[]): void => {
      for (const code of codes) errors.inc({ code });
    },
    corpus: (corpus: CorpusSnapshot): void => {
      revision.set(corpus.revision);
      positions.set(corpus.positions.length);
    },
    contentType: registry.contentType,
    text: (): Promise<string> => {
      inFlight.set(underWay());
      return registry.metrics();
    },
  };
}
