import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Store } from '#src/store/database/open-store.ts';
import type { Config } from './config/config.ts';
import { createEngine } from './create-engine.ts';
import type { Engine } from './engine/engine.ts';
import { catchErrors } from './errors/catch-errors.ts';
import { createHostCheck } from './http/allowed-hosts.ts';
import { type DrainTimeouts, drain } from './lifecycle/drain.ts';
import { listen } from './lifecycle/listen.ts';
import { createOperationalEndpoints } from './lifecycle/operational-endpoints.ts';
import { createReadiness } from './lifecycle/readiness.ts';
import { sendUnavailable } from './lifecycle/unavailable.ts';
import { createExplorer } from './pages/explorer.ts';
import { CheckedRequest } from './telemetry/error-scope.ts';
import { createInFlightRequests } from './telemetry/in-flight-requests.ts';
import { instrumentRequests, type RequestHandler } from './telemetry/instrument-requests.ts';
import { createLog, type Log } from './telemetry/log.ts';
import { createMetrics } from './telemetry/metrics.ts';
import { ResponseWithRequestId } from './telemetry/request-id.ts';
import type { Tracing } from './telemetry/tracing.ts';

/** A server that accepts requests. */
export interface RunningServer {
  /** URL of the GraphQL endpoint. */
  readonly url: string;
  /**
   * Completes the requests in flight and rejects later ones. Resolves with the number of requests that
   * exceeded the time limit and were aborted. The caller closes the store afterwards.
   */
  readonly stop: () => Promise<number>;
}

/** Replacements of the defaults, for tests. */
export interface ServerOptions {
  readonly log?: Log;
  readonly drainTimeouts?: DrainTimeouts;
}

/** Interval at which Node looks for slow clients: how late the header and body timeouts may be. */
const CHECK_CONNECTIONS_MS = 500;

const rejectStarting: RequestHandler = (_request, response) =>
  sendUnavailable(response, 'STARTING');
const rejectDraining: RequestHandler = (_request, response) =>
  sendUnavailable(response, 'DRAINING');

/**
 * Binds the port, so that one in use fails at once, then opens the corpus and loads it into memory.
 * Until then, requests other than to the operational endpoints are rejected with 503.
 */
export async function startServer(
  config: Config,
  openCorpus: () => Promise<Store>,
  { log = createLog(config.log), drainTimeouts }: ServerOptions = {},
): Promise<RunningServer & { readonly store: Store }> {
  const { headerMs, bodyMs, requestMs, sendMs } = config.limits;
  const inFlight = createInFlightRequests();
  const readiness = createReadiness();
  const metrics = createMetrics(inFlight.count);
  const handleOperational = createOperationalEndpoints(readiness, metrics);
  const isHostAllowed = createHostCheck(config);
  let tracing: Tracing | null = null;
  let engine: Engine | null = null;
  let handle = rejectStarting;
  const server = createServer(
    {
      headersTimeout: Math.min(headerMs, bodyMs),
      requestTimeout: bodyMs,
      connectionsCheckingInterval: CHECK_CONNECTIONS_MS,
      IncomingMessage: CheckedRequest,
      ServerResponse: ResponseWithRequestId,
    },
    catchErrors(
      instrumentRequests(
        { log, metrics, inFlight, tracing: () => tracing },
        (request, response, current) =>
          handleOperational(request, response, current.path) ??
          (isHostAllowed(request, response) ? handle(request, response, current) : undefined),
      ),
      log,
    ),
  );
  // Node ends a connection on which nothing was received or sent for as long; computing counts as idle.
  server.timeout = requestMs + sendMs;
  await listen(server, config);
  const stop = async (): Promise<number> => {
    readiness.drain();
    const aborted = await drain(
      server,
      inFlight,
      () => {
        handle = rejectDraining;
      },
      drainTimeouts,
    );
    await tracing?.stop();
    await engine?.close();
    return aborted;
  };
  let store: Store | null = null;
  try {
    // The database opens in a process of its own while the schema loads: start it first.
    const opening = openCorpus();
    const loading = import('./create-handler.ts');
    const tracesUrl = config.tracesUrl;
    const loadingTracing = tracesUrl === null ? null : import('./telemetry/tracing.ts');
    store = await opening;
    engine = await createEngine(store, config, log);
    const handler = (await loading).createHandler({
      store,
      engine,
      config,
      log,
      onRevision: metrics.revision,
    });
    if (tracesUrl !== null) tracing = (await loadingTracing)?.startTracing(tracesUrl, log) ?? null;
    handle = createExplorer(handler.handle);
    const { port } = server.address() as AddressInfo;
    const host = config.host.includes(':') ? `[${config.host}]` : config.host;
    const url = `http://${host}:${port}/graphql`;
    // No request waits for the corpus to load, however long that takes.
    await handler.load();
    readiness.serve(store);
    return { url, store, stop };
  } catch (error) {
    await stop();
    await store?.close();
    throw error;
  }
}
