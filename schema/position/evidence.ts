import { documentAt } from '#src/app/lookup/documents.ts';
import { builder } from '../core/builder.ts';

builder.objectType('Evidence', {
  description:
    'A run of the document’s own words, as a W3C text position selector (start, end) and text quote selector (exact, prefix, suffix).',
  fields: (t) => ({
    document: t.field({
      type: 'Document',
      description: 'The document that has the words.',
      resolve: ({ record, corpus }) => documentAt(corpus, record.documentId),
    }),
    passage: t.field({
      type: 'Passage',
      nullable: true,
      description: 'The paragraph in which the words stand; null if they span several.',
      resolve: async ({ record, corpus }, _args, { loaders }) =>
        record.passageId === null
          ? null
          : { record: await loaders.passage.load(record.passageId), corpus },
    }),
    start: t.int({
      description: "Offset of the first character in the document's text, in UTF-16 units from 0.",
      resolve: ({ record }) => record.start,
    }),
    end: t.int({
      description: "Offset after the last character in the document's text, in UTF-16 units.",
      resolve: ({ record }) => record.end,
    }),
    exact: t.string({
      description:
        'The words, character for character, line breaks and scanning errors included: the text from `start` to `end`.',
      resolve: ({ record }) => record.exact,
    }),
    prefix: t.string({
      description: 'The text just before, up to 32 UTF-16 units.',
      resolve: ({ record }) => record.prefix,
    }),
    suffix: t.string({
      description: 'The text just after, up to 32 UTF-16 units.',
      resolve: ({ record }) => record.suffix,
    }),
  }),
});
