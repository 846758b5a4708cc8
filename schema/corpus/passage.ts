import { documentAt } from '#src/app/lookup/documents.ts';
import { builder } from '../core/builder.ts';

builder.objectType('Passage', {
  description: 'A paragraph of a document.',
  fields: (t) => ({
    number: t.int({
      nullable: true,
      description:
        'Paragraph number in the document, repaired where scanning broke it. Null if the paragraph is unnumbered.',
      resolve: ({ record }) => record.number,
    }),
    heading: t.string({
      nullable: true,
      description: 'Heading above the paragraph, as written. Null if there is none.',
      resolve: ({ record }) => record.heading,
    }),
    marking: t.string({
      nullable: true,
      description:
        'Portion marking, the classification of this paragraph: `C`, `SBU`, `U`. Null if the paragraph is unmarked.',
      resolve: ({ record }) => record.marking,
    }),
    start: t.int({
      description: "Offset of the first character in the document's text, in UTF-16 units from 0.",
      resolve: ({ record }) => record.start,
    }),
    end: t.int({
      description: "Offset after the last character in the document's text, in UTF-16 units.",
      resolve: ({ record }) => record.end,
    }),
    document: t.field({
      type: 'Document',
      description: 'Document that contains the passage.',
      resolve: async ({ record, corpus }, _args, { loaders }) =>
        documentAt(corpus, (await loaders.textById.load(record.textId)).documentId),
    }),
    text: t.string({
      description: 'Text of the passage, including number and marking.',
      resolve: async ({ record }, _args, { loaders }) =>
        (await loaders.textById.load(record.textId)).text.slice(record.start, record.end),
    }),
  }),
});
