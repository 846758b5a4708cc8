import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { PersistedOperations } from './persisted-operations.ts';

/** They ask about the seed corpus, so they live with it; another corpus brings its own, or none. */
const FILE = new URL('../../seeds/examples.json', import.meta.url);

const Examples = z.array(
  z.strictObject({
    question: z.string(),
    operation: z.string(),
    variables: z.record(z.string(), z.unknown()).default({}),
  }),
);

export interface ExampleTab {
  /** An operation, with the question above it. */
  readonly query: string;
  /** JSON. */
  readonly variables: string;
}

/** What GraphiQL opens with. */
export function exampleTabs(operations: PersistedOperations): readonly ExampleTab[] {
  if (!existsSync(FILE)) return [];
  const known = [...operations.values()];
  return Examples.parse(JSON.parse(readFileSync(FILE, 'utf8'))).map(
    ({ question, operation, variables }) => {
      const found = known.find(({ name }) => name === operation);
      if (!found)
        throw new Error(
          `seeds/examples.json: there is no operation ${operation} in schema/operations`,
        );
      return {
        query: `# ${question}\n\n${found.source}`,
        variables: JSON.stringify(variables, null, 2),
      };
    },
  );
}
