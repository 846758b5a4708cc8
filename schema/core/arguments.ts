/** Arguments shared by several queries. */
import { builder } from './builder.ts';

/** `codebook`: codebook of the condition codes. */
export const codebookArgument = builder.args((t) => ({
  codebook: t.string({
    description:
      'Codebook of the conditions: `quartet-principles` for its newest version, `quartet-principles@1` for version 1. Default: the default codebook of the corpus.',
  }),
}));

/** `revision`: revision of the corpus to query. */
export const revisionArgument = builder.args((t) => ({
  revision: t.int({ description: 'Revision of the corpus to query. Default: the latest.' }),
}));
