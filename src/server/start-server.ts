import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Store } from '#src/store/database/open-store.ts';
import type { Config } from './config/config.ts';
import { drain, type Patience } from './lifecycle/drain.ts';
import { listen } from './lifecycle/listen.ts';
import { createOperating, refuse } from './lifecycle/operational-endpoints.ts';
import { createReadiness } from './lifecycle/readiness.ts';
import { createExplorer } from './pages/explorer.ts';
import { createUnderWay } from './telemetry/in-flight-requests.ts';
import { createLog, type Log } from './telemetry/log.ts';
import { createMetrics } from './telemetry/metrics.ts';
import type { Tracing } from './telemetry/tracing.ts';
import { type Answering, IdentifiedResponse, watchRequests } from './telemetry/watch-requests.ts';

export interface RunningServer {
  readonly url: string;
  /**
   * Answers what is under way, refuses what comes after, and resolves when all is quiet, with the
   * number of requests that took too long and were cut off. The store is to be closed afterwards.
   */
  readonly stop: () => Promise<number>;
}

export interface ServerExtras {
  readonly log?: Log;
  readonly patience?: Patience;
}

/** How often connections are looked at that are slow to send: so much later than told they end. */
const CHECK_CONNECTIONS_MS = 500;

const refuseEarly: Answering = (_request, response) => refuse(response, 'STARTING');
const refuseLate: Answering = (_request, response) => refuse(response, 'DRAINING');

/**
 * Takes the port first, so that one in use is told at once, then opens the corpus; until that is
 * done every question is answered 503.
 */
export async function startServer(
  config: Config,
  openCorpus: () => Promise<Store>,
  { log = createLog(config.log), patience }: ServerExtras = {},
): Promise<RunningServer & { readonly store: Store }> {
  const { headerMs, bodyMs } = config.limits;
  const underWay = createUnderWay();
  const readiness = createReadiness();
  const metrics = createMetrics(underWay.count);
  const operating = createOperating(readiness, metrics, log);
  let tracing: Tracing | null = null;
  let answer = refuseEarly;
  const server = createServer(
    {
      headersTimeout: Math.min(headerMs, bodyMs),
      requestTimeout: bodyMs,
      connectionsCheckingInterval: CHECK_CONNECTIONS_MS,
      ServerResponse: IdentifiedResponse,
    },
    watchRequests({ log, metrics, underWay, tracing: () => tracing }, (request, response, path) => {
      if (!operating(request, response, path)) answer(request, response, path);
    }),
  );
  await listen(server, config);
  const stop = async (): Promise<number> => {
    readiness.drain();
    const cutOff = await drain(
      server,
      underWay,
      () => {
        answer = refuseLate;
      },
      patience,
    );
    await tracing?.stop();
    return cutOff;
  };
  let store: Store | null = null;
  try {
    // The schema loads while the database, a process of its own, opens: that one first.
    const opening = openCorpus();
    const loading = import('./create-handler.ts');
    const tracesUrl = config.tracesUrl;
    const tracingLoads = tracesUrl === null ? null : import('./telemetry/tracing.ts');
    store = await opening;
    const handler = (await loading).createHandler(store, config, {
      log,
      onCorpus: metrics.corpus,
    });
    if (tracesUrl !== null) tracing = (await tracingLoads)?.startTracing(tracesUrl, log) ?? null;
    answer = createExplorer(handler);
    const { port } = server.address() as AddressInfo;
    const host = config.host.includes(':') ? `[${config.host}]` : config.host;
    const url = `http://${host}:${port}/graphql`;
    // Into memory before the first reader asks, however long that takes.
    await handler.load();
    readiness.serve(store);
    return { url, store, stop };
  } catch (error) {
    await stop();
    await store?.close();
    throw error;
  }
}
