import { documentAt } from '#src/app/lookup/documents.ts';
import { builder } from '../core/builder.ts';

builder.objectType('Passage', {
  description: 'A paragraph of a document.',
  fields: (t) => ({
    number: t.int({
      nullable: true,
      description:
        "The document's own paragraph number, repaired where scanning broke it; null if it has none.",
      resolve: ({ record }) => record.number,
    }),
    heading: t.string({
      nullable: true,
      description: 'The heading under which it stands, as written.',
      resolve: ({ record }) => record.heading,
    }),
    marking: t.string({
      nullable: true,
      description: 'Portion marking, the classification of this paragraph: `C`, `SBU`, `U`.',
      resolve: ({ record }) => record.marking,
    }),
    start: t.int({
      description: "Offset of its first character in the document's text, in UTF-16 units from 0.",
      resolve: ({ record }) => record.start,
    }),
    end: t.int({
      description: "Offset after its last character in the document's text, in UTF-16 units.",
      resolve: ({ record }) => record.end,
    }),
    document: t.field({
      type: 'Document',
      description: 'The document that it is part of.',
      resolve: async ({ record, corpus }, _args, { loaders }) =>
        documentAt(corpus, (await loaders.textById.load(record.textId)).documentId),
    }),
    text: t.string({
      description: 'Its words, number and marking included.',
      resolve: async ({ record }, _args, { loaders }) =>
        (await loaders.textById.load(record.textId)).text.slice(record.start, record.end),
    }),
  }),
});
