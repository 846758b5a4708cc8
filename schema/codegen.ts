/** From the schema and the operations to the typed client's operations: `npm run codegen`. */
import { createHash } from 'node:crypto';
import type { CodegenConfig } from '@graphql-codegen/cli';
import { type DocumentNode, print } from 'graphql';

/** The server knows an operation by this hash of its text, as graphql prints it. */
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
        // Its own hashes (persistedDocuments) are of another text, sorted and without line breaks.
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
