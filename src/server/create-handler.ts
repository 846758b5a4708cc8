import { createYoga } from 'graphql-yoga';
import { createContext } from '#schema/context.ts';
import { schema } from '#schema/index.ts';
import { CorpusCache } from '#src/store/corpus-cache.ts';
import type { Store } from '#src/store/open-store.ts';
import { useCompiledQueries } from './compiled-queries.ts';
import { type Config, readConfig } from './config.ts';
import { exampleOperations } from './example-operations.ts';
import { MAX_BODY, useLimits } from './limits.ts';
import { maskError } from './mask-error.ts';
import { useRefuseForms } from './refuse-forms.ts';

export type Handler = ReturnType<typeof createHandler>;

/** GraphQL over HTTP at /graphql, GraphiQL for browsers at the same place, /health for watchers. */
export function createHandler(store: Store, config: Config = readConfig({})) {
  const cache = new CorpusCache(store);
  return createYoga({
    schema,
    context: ({ request }) =>
      createContext(store, cache, `${config.publicUrl ?? new URL(request.url).origin}/graphql`),
    maskedErrors: { maskError },
    // Nine megabytes of script, which a server without a browser before it never needs.
    renderGraphiQL: async (options) =>
      (await import('@graphql-yoga/render-graphiql')).renderGraphiQL(options),
    graphiql: {
      title: 'Démarche',
      defaultTabs: exampleOperations().map((query) => ({ query })),
    },
    landingPage: false,
    // No other site's page may ask in its reader's name, and no form may pose as a query.
    cors: false,
    multipart: false,
    plugins: [useRefuseForms(), useLimits(), useCompiledQueries()],
    maxRequestBodySize: MAX_BODY,
    // maskError logs what went wrong here; what went wrong in a query is the client's to read.
    logging: false,
  });
}
