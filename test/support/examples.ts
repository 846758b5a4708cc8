import { exampleTabs } from '#src/server/example-tabs.ts';
import { persistedOperations } from '#src/server/persisted-operations.ts';

/** The questions that GraphiQL opens with. */
export const EXAMPLES = exampleTabs(persistedOperations()).map((query) => ({
  name: /query (\w+)/.exec(query)?.[1] ?? '',
  query,
}));
