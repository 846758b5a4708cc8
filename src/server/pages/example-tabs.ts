import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { PersistedOperations } from '../operations/persisted-operations.ts';

/** Stored with the seed corpus, which they query; a corpus without the file has no examples. */
const FILE = new URL('../../../seeds/examples.json', import.meta.url);

const Examples = z.array(
  z.strictObject({
    question: z.string(),
    operation: z.string(),
    variables: z.record(z.string(), z.unknown()).default({}),
  }),
);

/** The tabs that GraphiQL opens with: persisted operations, each with its question as a comment and its variables as defaults. */
export function exampleTabs(operations: PersistedOperations): readonly string[] {
  if (!existsSync(FILE)) return [];
  const persisted = [...operations.values()];
  return Examples.parse(JSON.parse(readFileSync(FILE, 'utf8'))).map(
    ({ question, operation, variables }) => {
      const found = persisted.find(({ name }) => name === operation);
      if (!found)
        throw new Error(
          `seeds/examples.json: unknown operation ${operation}; it must be one of schema/operations`,
        );
      return `# ${question}\n\n${withDefaults(found.source, variables)}`;
    },
  );
}

/** Writes each value as the default of its variable: GraphiQL ignores the variables of its first tab. */
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

/** A value as a GraphQL literal, with unquoted field names. */
function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([name, inner]) => `${name}: ${literal(inner)}`);
  return `{ ${fields.join(', ')} }`;
}
