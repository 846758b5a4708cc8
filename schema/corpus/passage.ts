import { builder } from '../core/builder.ts';
import { documentIn } from '../core/models.ts';

builder.objectType('Passage', {
  description: 'A paragraph of a document.',
  fields: (t) => ({
    number: t.int({
      nullable: true,
      description:
        "The document's own paragraph number, repaired where scanning broke it; null if it has none.",
      resolve: ({ row }) => row.number,
    }),
    heading: t.string({
      nullable: true,
      description: 'The heading under which it stands, as written.',
      resolve: ({ row }) => row.heading,
    }),
    marking: t.string({
      nullable: true,
      description: 'Portion marking, the classification of this paragraph: `C`, `SBU`, `U`.',
      resolve: ({ row }) => row.marking,
    }),
    start: t.int({
      description: "Offset of its first character in the document's text, in UTF-16 units from 0.",
      resolve: ({ row }) => row.start,
    }),
    end: t.int({
      description: "Offset after its last character in the document's text, in UTF-16 units.",
      resolve: ({ row }) => row.end,
    }),
    document: t.field({
      type: 'Document',
      description: 'The document that it is part of.',
      resolve: async ({ row, corpus }, _args, { loaders }) =>
        documentIn(corpus, (await loaders.textById.load(row.textId)).documentId),
    }),
    text: t.string({
      description: 'Its words, number and marking included.',
      resolve: async ({ row }, _args, { loaders }) =>
        (await loaders.textById.load(row.textId)).text.slice(row.start, row.end),
    }),
  }),
});
