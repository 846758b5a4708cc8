import type { IncomingMessage, ServerResponse } from 'node:http';
import { createYoga } from 'graphql-yoga';
import { createContext } from '#schema/core/context.ts';
import { schema } from '#schema/index.ts';
import { createSnapshots } from '#src/app/corpus/snapshots.ts';
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import type { Store } from '#src/store/database/open-store.ts';
import { type Config, readConfig } from './config/config.ts';
import { createMaskError } from './errors/mask-error.ts';
import { createAnswerCache, isPersistedGet } from './http/answer-cache.ts';
import { edition } from './http/edition.ts';
import type { Sockets } from './limits/concurrency-limit.ts';
import { useAssumedCorpus } from './operations/assume-corpus.ts';
import { useCompiledQueries } from './operations/compiled-queries.ts';
import { createDocumentCache, NO_CACHE } from './operations/parsed-operation-cache.ts';
import { persistedOperations, usePersistedOperations } from './operations/persisted-operations.ts';
import { exampleTabs } from './pages/example-tabs.ts';
import { createGraphiqlPage } from './pages/graphiql-page.ts';
import { protections } from './protections.ts';
import { currentRequest } from './telemetry/current-request.ts';
import { createLog, type Log } from './telemetry/log.ts';
import { useWatchExecutions } from './telemetry/watch-executions.ts';

export type Handler = ReturnType<typeof createHandler>;

export interface HandlerWatchers {
  /** Of what is masked; without it, such errors are logged as they are by a server. */
  readonly log?: Log;
  readonly onCorpus?: (corpus: CorpusSnapshot) => void;
}

/**
 * GraphQL over HTTP at /graphql, GraphiQL for browsers at the same place, /health for watchers: a
 * listener for a server, and `fetch` for who needs none.
 */
export function createHandler(
  store: Store,
  config: Config = readConfig({}),
  { log = createLog('error'), onCorpus }: HandlerWatchers = {},
) {
  const cache = createSnapshots(store, onCorpus);
  const operations = persistedOperations();
  const page = createGraphiqlPage();
  const yoga = createYoga<Sockets & { readonly corpus?: CorpusSnapshot }>({
    schema,
    context: ({ request, corpus }) =>
      createContext(store, cache, {
        endpoint: `${config.publicUrl ?? new URL(request.url).origin}/graphql`,
        pageSize: config.limits.page,
        deadline: performance.now() + config.limits.requestMs,
        corpus,
      }),
    maskedErrors: { maskError: createMaskError(log) },
    renderGraphiQL: page.render,
    graphiql: {
      title: 'Démarche',
      defaultTabs: exampleTabs(operations).map((query) => ({ query })),
    },
    landingPage: false,
    // The protections have stricter rules for other sites' pages, forms and large bodies.
    cors: false,
    multipart: false,
    extraParamNames: ['documentId'],
    maxRequestBodySize: false,
    parserAndValidationCache: { documentCache: createDocumentCache(), errorCache: NO_CACHE },
    plugins: [
      ...protections(config, page.policy),
      usePersistedOperations(operations, config.operations),
      useCompiledQueries(),
      useAssumedCorpus(cache),
      useWatchExecutions(),
    ],
    // maskError logs what went wrong here; what went wrong in a query is the client's to read.
    logging: false,
  });
  const answerPersisted = createAnswerCache({
    corpus: cache,
    maxBytes: config.cacheBytes,
    edition: `${edition()} ${config.publicUrl ?? ''}`,
    operationOf: (url) => {
      const { searchParams } = new URL(url, 'http://localhost');
      return operations.get(searchParams.get('documentId') ?? '')?.name;
    },
    compute: (req, res, accept, corpus) => {
      const { url = '', headers } = req;
      const { host = 'localhost', authorization, cookie, origin } = headers;
      const given = Object.entries({ accept, authorization, cookie, origin });
      const sent = given.filter((pair): pair is [string, string] => pair[1] !== undefined);
      const asked = yoga.fetch(`http://${host}${url}`, { headers: sent }, { req, res, corpus });
      return Promise.resolve(asked);
    },
  });
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    if (!isPersistedGet(request)) {
      void yoga(request, response, {});
      return;
    }
    const end = currentRequest()?.work();
    answerPersisted(request, response).then(end, () => {
      // What went wrong before an answer was begun goes wrong again there, and is told and logged.
      void yoga(request, response, {});
      end?.();
    });
  };
  return Object.assign(listener, {
    fetch: (url: string, init: RequestInit) => yoga.fetch(url, init),
    /** Loads the corpus into memory, which no request then waits for. */
    load: async (): Promise<void> => {
      await cache.latest();
    },
  });
}
