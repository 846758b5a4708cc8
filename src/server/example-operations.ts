import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** They ask about the seed corpus, so they live with it; another corpus brings its own, or none. */
const FOLDER = new URL('../../seeds/examples/', import.meta.url);

/** The queries that GraphiQL opens with, in the order of their file names. */
export function exampleOperations(): readonly string[] {
  if (!existsSync(FOLDER)) return [];
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.graphql'))
    .toSorted()
    .map((name) => readFileSync(new URL(name, FOLDER), 'utf8'));
}
