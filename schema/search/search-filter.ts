import { builder } from '../core/builder.ts';
import {
  CodingStateEnum,
  DocumentKindEnum,
  ReleaseEnum,
  SearchSubjectKindEnum,
} from '../core/enums.ts';

/** Filter of `search`. */
export const SearchFilter = builder.inputType('SearchFilter', {
  description:
    'Selects results of a search. A result must match every field given; omitted fields match all results. Passages and positions are selected by their document; actors match only if no field but `subjects` is given.',
  fields: (t) => ({
    subjects: t.field({ type: [SearchSubjectKindEnum], description: 'Kinds of result.' }),
    kinds: t.field({ type: [DocumentKindEnum], description: 'Kinds of document.' }),
    releases: t.field({
      type: [ReleaseEnum],
      description: 'Ways in which the document became public.',
    }),
    createdFrom: t.field({
      type: 'Date',
      description: 'Earliest date of writing, inclusive. Undated documents do not match.',
    }),
    createdTo: t.field({
      type: 'Date',
      description: 'Latest date of writing, inclusive. Undated documents do not match.',
    }),
    writtenBy: t.stringList({
      description: 'Slugs of actors for which the author spoke: `["united-states"]`.',
    }),
    years: t.intList({
      description: 'Years in which the document was written. Undated documents do not match.',
    }),
    parties: t.stringList({
      description:
        'Slugs of actors for which the holder of the position, or else the author of the document, spoke: `["hamas"]`.',
    }),
    codingStates: t.field({
      type: [CodingStateEnum],
      description: 'How far the document is coded by the codebook.',
    }),
    codebook: t.string({
      description:
        'Codebook of `codingStates`: `quartet-principles` for its newest version, `quartet-principles@1` for version 1. Default: the default codebook of the corpus.',
    }),
  }),
});
