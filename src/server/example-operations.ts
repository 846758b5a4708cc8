import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('../../schema/operations/', import.meta.url);

/** The queries that GraphiQL opens with, in the order of their file names. */
export function exampleOperations(): readonly string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.graphql'))
    .toSorted()
    .map((name) => readFileSync(new URL(name, FOLDER), 'utf8'));
}
