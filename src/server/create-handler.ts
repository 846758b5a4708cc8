import { createYoga } from 'graphql-yoga';
import { createContext } from '#schema/context.ts';
import { schema } from '#schema/index.ts';
import { CorpusCache } from '#src/store/corpus-cache.ts';
import type { Store } from '#src/store/open-store.ts';
import { useCompiledQueries } from './compiled-queries.ts';
import { type Config, readConfig } from './config.ts';
import { createDocumentCache, NO_CACHE } from './document-cache.ts';
import { exampleOperations } from './example-operations.ts';
import { createGraphiqlPage } from './graphiql-page.ts';
import { maskError } from './mask-error.ts';
import { protections } from './protections.ts';

export type Handler = ReturnType<typeof createHandler>;

/** GraphQL over HTTP at /graphql, GraphiQL for browsers at the same place, /health for watchers. */
export function createHandler(store: Store, config: Config = readConfig({})) {
  const cache = new CorpusCache(store);
  const page = createGraphiqlPage();
  return createYoga({
    schema,
    context: ({ request }) =>
      createContext(store, cache, {
        endpoint: `${config.publicUrl ?? new URL(request.url).origin}/graphql`,
        pageSize: config.limits.page,
        requestMs: config.limits.requestMs,
      }),
    maskedErrors: { maskError },
    renderGraphiQL: page.render,
    graphiql: {
      title: 'Démarche',
      defaultTabs: exampleOperations().map((query) => ({ query })),
    },
    landingPage: false,
    // The protections have stricter rules for other sites' pages, forms and large bodies.
    cors: false,
    multipart: false,
    maxRequestBodySize: false,
    parserAndValidationCache: { documentCache: createDocumentCache(), errorCache: NO_CACHE },
    plugins: [...protections(config, page.policy), useCompiledQueries()],
    // maskError logs what went wrong here; what went wrong in a query is the client's to read.
    logging: false,
  });
}
