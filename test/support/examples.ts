import { exampleTabs } from '#src/server/example-tabs.ts';
import { persistedOperations } from '#src/server/persisted-operations.ts';

/** The questions that GraphiQL opens with, as a client would ask them. */
export const EXAMPLES = exampleTabs(persistedOperations()).map(({ query, variables }) => ({
  name: /query (\w+)/.exec(query)?.[1] ?? '',
  query,
  variables: JSON.parse(variables) as object,
}));
