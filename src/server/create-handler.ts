import type { IncomingMessage, ServerResponse } from 'node:http';
import { createYoga } from 'graphql-yoga';
import { createContext } from '#schema/core/context.ts';
import { schema } from '#schema/index.ts';
import { createSnapshots } from '#src/app/corpus/snapshots.ts';
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import type { Store } from '#src/store/database/open-store.ts';
import { type Config, readConfig } from './config/config.ts';
import { createMaskError } from './errors/mask-error.ts';
import { codeVersion } from './http/code-version.ts';
import { createResponseCache, isPersistedGet } from './http/response-cache.ts';
import type { Sockets } from './limits/concurrency-limit.ts';
import { useCompiledQueries } from './operations/compiled-queries.ts';
import { createParsedOperationCache, NO_CACHE } from './operations/parsed-operation-cache.ts';
import { persistedOperations, usePersistedOperations } from './operations/persisted-operations.ts';
import { useSpeculativeExecution } from './operations/speculative-execution.ts';
import { exampleTabs } from './pages/example-tabs.ts';
import { createGraphiqlPage, isPageRequest } from './pages/graphiql-page.ts';
import { protections } from './protections.ts';
import { currentRequest } from './telemetry/current-request.ts';
import { useExecutionTelemetry } from './telemetry/instrument-executions.ts';
import { createLog, type Log } from './telemetry/log.ts';

/** A GraphQL server without a port. */
export type Handler = ReturnType<typeof createHandler>;

/** Observers of a handler. */
export interface HandlerOptions {
  /** Receives masked errors. Default: standard output. */
  readonly log?: Log;
  /** Called with each newer corpus once it is in memory. */
  readonly onCorpus?: (corpus: CorpusSnapshot) => void;
}

/**
 * Creates the GraphQL endpoint: /graphql, which also serves GraphiQL to browsers. The result is a request
 * listener for `node:http`, with a `fetch` for use without a server.
 */
export function createHandler(
  store: Store,
  config: Config = readConfig({}),
  { log = createLog('error'), onCorpus }: HandlerOptions = {},
) {
  const snapshots = createSnapshots(store, onCorpus);
  const operations = persistedOperations();
  const sendGraphiql = createGraphiqlPage({
    endpoint: '/graphql',
    title: 'Démarche',
    defaultTabs: exampleTabs(operations).map((query) => ({ query })),
  });
  const yoga = createYoga<Sockets & { readonly corpus?: CorpusSnapshot }>({
    schema,
    context: ({ request, corpus }) =>
      createContext(store, snapshots, {
        endpoint: `${config.publicUrl ?? new URL(request.url).origin}/graphql`,
        pageSize: config.limits.page,
        deadline: performance.now() + config.limits.requestMs,
        corpus,
      }),
    maskedErrors: { maskError: createMaskError(log) },
    graphiql: false,
    landingPage: false,
    // protections.ts is stricter about cross-origin requests, forms and large bodies.
    cors: false,
    multipart: false,
    extraParamNames: ['documentId'],
    maxRequestBodySize: false,
    parserAndValidationCache: { documentCache: createParsedOperationCache(), errorCache: NO_CACHE },
    plugins: [
      ...protections(config),
      usePersistedOperations(operations, config.operations),
      useCompiledQueries(),
      useSpeculativeExecution(snapshots),
      useExecutionTelemetry(),
    ],
    // maskError logs unexpected errors; errors in an operation concern only its client.
    logging: false,
  });
  const handlePersistedGet = createResponseCache({
    corpus: snapshots,
    maxBytes: config.cacheBytes,
    corsOrigins: config.corsOrigins,
    codeVersion: `${codeVersion()} ${config.publicUrl ?? ''}`,
    operationOf: (url) => {
      const { searchParams } = new URL(url, 'http://localhost');
      return operations.get(searchParams.get('documentId') ?? '')?.name;
    },
    compute: (req, res, accept, corpus) => {
      const { url = '', headers } = req;
      const { host = 'localhost', authorization, cookie, origin } = headers;
      const forwarded = Object.entries({ accept, authorization, cookie, origin }).filter(
        (pair): pair is [string, string] => pair[1] !== undefined,
      );
      const serverContext = { req, res, corpus };
      return Promise.resolve(
        yoga.fetch(`http://${host}${url}`, { headers: forwarded }, serverContext),
      );
    },
  });
  const listener = (
    request: IncomingMessage,
    response: ServerResponse,
  ): void | PromiseLike<void> => {
    if (isPageRequest(request)) return sendGraphiql(request, response);
    // Node itself leaves out the body of a response to HEAD.
    if (request.method === 'HEAD') request.method = 'GET';
    if (!isPersistedGet(request)) return yoga(request, response, {});
    const endWork = currentRequest()?.startWork();
    return handlePersistedGet(request, response).then(endWork, async () => {
      // An error before the response was begun recurs here, where it is reported and logged.
      const responding = yoga(request, response, {});
      endWork?.();
      await responding;
    });
  };
  return Object.assign(listener, {
    fetch: (url: string, init: RequestInit) => yoga.fetch(url, init),
    /** Loads the corpus into memory, so that no request waits for it. */
    load: async (): Promise<void> => {
      await snapshots.latest();
    },
  });
}
