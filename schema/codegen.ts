/** Generates the typed client's operations from the schema and the operations: `npm run codegen`. */
import { createHash } from 'node:crypto';
import type { CodegenConfig } from '@graphql-codegen/cli';
import { type DocumentNode, print } from 'graphql';

/** Hash by which the server identifies a persisted operation: SHA-256 of its text as printed by graphql. */
const hash = (operation: DocumentNode): string =>
  createHash('sha256').update(print(operation)).digest('hex');

const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  documents: 'schema/operations/**/*.graphql',
  generates: {
    'src/client/generated/': {
      preset: 'client',
      presetConfig: {
        fragmentMasking: false,
        skipIndexFile: true,
        // The preset's own hashes (persistedDocuments) are of a different text: sorted, without line breaks.
        onExecutableDocumentNode: (operation: DocumentNode) => ({ hash: hash(operation) }),
      },
      config: {
        documentMode: 'string',
        importExtension: '.ts',
        useTypeImports: true,
        immutableTypes: true,
        strictScalars: true,
        scalars: {
          CslJson: 'Readonly<Record<string, unknown>>',
          Date: 'string',
          DateTime: 'string',
          SourceTime: 'string',
        },
      },
    },
  },
};

export default config;
