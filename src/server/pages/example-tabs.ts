import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { PersistedOperations } from '../operations/persisted-operations.ts';

/** They ask about the seed corpus, so they live with it; another corpus brings its own, or none. */
const FILE = new URL('../../../seeds/examples.json', import.meta.url);

const Examples = z.array(
  z.strictObject({
    question: z.string(),
    operation: z.string(),
    variables: z.record(z.string(), z.unknown()).default({}),
  }),
);

/** What GraphiQL opens with: operations with the question above them and the variables written in. */
export function exampleTabs(operations: PersistedOperations): readonly string[] {
  if (!existsSync(FILE)) return [];
  const known = [...operations.values()];
  return Examples.parse(JSON.parse(readFileSync(FILE, 'utf8'))).map(
    ({ question, operation, variables }) => {
      const found = known.find(({ name }) => name === operation);
      if (!found)
        throw new Error(
          `seeds/examples.json: there is no operation ${operation} in schema/operations`,
        );
      return `# ${question}\n\n${withDefaults(found.source, variables)}`;
    },
  );
}

/** GraphiQL leaves the variables of its first tab out, so each value stands where it is declared. */
function withDefaults(source: string, variables: Readonly<Record<string, unknown>>): string {
  return Object.entries(variables).reduce(
    (text, [name, value]) =>
      text.replace(
        new RegExp(`(\\$${name}: [\\w!\\[\\]]+)(?: = [^,)\\n]+)?`),
        (_declared, declaration: string) => `${declaration} = ${literal(value)}`,
      ),
    source,
  );
}

/** As GraphQL writes it: names of fields stand bare. */
function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([name, inner]) => `${name}: ${literal(inner)}`);
  return `{ ${fields.join(', ')} }`;
}
