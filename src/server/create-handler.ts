import type { IncomingMessage, ServerResponse } from 'node:http';
import { createYoga } from 'graphql-yoga';
import { createContext } from '#schema/context.ts';
import { schema } from '#schema/index.ts';
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { CorpusCache } from '#src/store/corpus-cache.ts';
import type { Store } from '#src/store/open-store.ts';
import { createAnswerCache, isPersistedGet } from './answer-cache.ts';
import { useCompiledQueries } from './compiled-queries.ts';
import { type Config, readConfig } from './config.ts';
import { currentRequest, noteOperation } from './current-request.ts';
import { edition } from './edition.ts';
import { exampleTabs } from './example-tabs.ts';
import { MAX_BODY, useLimits } from './limits.ts';
import { createLog, type Log } from './log.ts';
import { createMaskError } from './mask-error.ts';
import { persistedOperations, usePersistedOperations } from './persisted-operations.ts';
import { useRefuseForms } from './refuse-forms.ts';
import { useWatchExecutions } from './watch-executions.ts';

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
  const cache = new CorpusCache(store, onCorpus);
  const operations = persistedOperations();
  const yoga = createYoga<{ readonly corpus?: CorpusSnapshot }>({
    schema,
    context: ({ request, corpus }) => {
      const endpoint = `${config.publicUrl ?? new URL(request.url).origin}/graphql`;
      return createContext(store, cache, endpoint, corpus);
    },
    maskedErrors: { maskError: createMaskError(log) },
    // Nine megabytes of script, which a server without a browser before it never needs.
    renderGraphiQL: async (options) =>
      (await import('@graphql-yoga/render-graphiql')).renderGraphiQL(options),
    graphiql: {
      title: 'Démarche',
      defaultTabs: exampleTabs(operations).map((tab) => ({ ...tab })),
    },
    landingPage: false,
    // No other site's page may ask in its reader's name, and no form may pose as a query.
    cors: false,
    multipart: false,
    extraParamNames: ['documentId'],
    plugins: [
      useRefuseForms(),
      usePersistedOperations(operations, config.operations),
      useLimits(),
      useCompiledQueries(),
      useWatchExecutions(),
    ],
    maxRequestBodySize: MAX_BODY,
    // maskError logs what went wrong here; what went wrong in a query is the client's to read.
    logging: false,
  });
  const answerPersisted = createAnswerCache({
    corpus: cache,
    maxBytes: config.cacheBytes,
    edition: `${edition()} ${config.publicUrl ?? ''}`,
    compute: ({ url = '', headers }, accept, corpus) => {
      const { host = 'localhost', authorization, cookie, origin } = headers;
      const given = Object.entries({ accept, authorization, cookie, origin });
      const sent = given.filter((pair): pair is [string, string] => pair[1] !== undefined);
      return Promise.resolve(yoga.fetch(`http://${host}${url}`, { headers: sent }, { corpus }));
    },
  });
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    if (!isPersistedGet(request)) {
      void yoga(request, response, {});
      return;
    }
    const { searchParams } = new URL(request.url ?? '', 'http://localhost');
    noteOperation(operations.get(searchParams.get('documentId') ?? '')?.name);
    const end = currentRequest()?.work();
    answerPersisted(request, response)
      // What went wrong before an answer was begun goes wrong again there, and is told and logged.
      .catch(() => void yoga(request, response, {}))
      .finally(end);
  };
  return Object.assign(listener, {
    fetch: (url: string, init: RequestInit) => yoga.fetch(url, init),
  });
}
