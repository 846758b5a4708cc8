/** Arguments that several questions share. */
import { builder } from './builder.ts';

/** `codebook`: which codebook condition codes belong to. */
export const codebookArgument = builder.args((t) => ({
  codebook: t.string({
    description:
      'Codebook that the condition codes belong to: `quartet-principles` for its newest version, `quartet-principles@1` for version 1. Default: the default codebook of the corpus.',
  }),
}));

/** `revision`: at which revision of the corpus to answer. */
export const revisionArgument = builder.args((t) => ({
  revision: t.int({ description: 'Revision of the corpus to query. Default: the latest.' }),
}));
