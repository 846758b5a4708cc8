// Writes the schema as a TypeScript type for gql.tada. Its own command (gql.tada generate-output) does the
// same, but does not run with TypeScript 7.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { buildSchema, introspectionFromSchema } from 'graphql';

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
const introspection = introspectionFromSchema(schema, { descriptions: false, oneOf: true });
mkdirSync('src/generated', { recursive: true });
writeFileSync(
  'src/generated/introspection.d.ts',
  // A JSON literal is also a type literal.
  `export type introspection = ${JSON.stringify(introspection, null, 1)};\n`,
);
