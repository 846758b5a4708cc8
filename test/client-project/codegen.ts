import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  schema: 'schema.graphql',
  documents: 'src/*.graphql',
  generates: {
    'src/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        importExtension: '.ts',
        useTypeImports: true,
        immutableTypes: true,
        strictScalars: true,
        scalars: { CslJson: 'unknown', Date: 'string', DateTime: 'string', SourceTime: 'string' },
      },
    },
  },
};

export default config;
