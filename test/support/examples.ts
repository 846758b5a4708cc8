import { persistedOperations } from '#src/server/operations/persisted-operations.ts';
import { exampleTabs } from '#src/server/pages/example-tabs.ts';

/** The questions that GraphiQL opens with. */
export const EXAMPLES = exampleTabs(persistedOperations()).map((query) => ({
  name: /query (\w+)/.exec(query)?.[1] ?? '',
  query,
}));
