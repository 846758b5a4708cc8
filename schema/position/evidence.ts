import { documentAt } from '#src/app/lookup/documents.ts';
import { builder } from '../core/builder.ts';

builder.objectType('Evidence', {
  description:
    'A verbatim quotation from a document, as a W3C text position selector (`start`, `end`) and text quote selector (`exact`, `prefix`, `suffix`).',
  fields: (t) => ({
    document: t.field({
      type: 'Document',
      description: 'Quoted document.',
      resolve: ({ record, corpus }) => documentAt(corpus, record.documentId),
    }),
    passage: t.field({
      type: 'Passage',
      nullable: true,
      description: 'Passage that contains the quotation. Null if the quotation spans several.',
      resolve: async ({ record, corpus }, _args, { loaders }) =>
        record.passageId === null
          ? null
          : { record: await loaders.passage.load(record.passageId), corpus },
    }),
    orphaned: t.boolean({
      description:
        "Whether the document's text has been corrected since, and the quotation has no place in it. `start`, `end` and `passage` are then of the text before the correction.",
      resolve: async ({ record, corpus }, _args, { loaders }) => {
        const { revision } = corpus;
        const head = await loaders.textHead.load({ id: record.documentId, revision });
        return record.textId !== head?.id;
      },
    }),
    purged: t.boolean({
      description:
        'Whether the words were removed from every revision for legal reasons (`Document.purge`). `exact`, `prefix` and `suffix` then have a bar, █, for each letter.',
      resolve: async ({ record, corpus }, _args, { loaders }) => {
        const { revision } = corpus;
        const head = await loaders.textHead.load({ id: record.documentId, revision });
        return typeof head?.purgedReason === 'string';
      },
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
        'Quoted text, character for character, including line breaks and scanning errors: the text from `start` to `end`.',
      resolve: ({ record }) => record.exact,
    }),
    prefix: t.string({
      description: 'Text immediately before the quotation, at most 32 UTF-16 units.',
      resolve: ({ record }) => record.prefix,
    }),
    suffix: t.string({
      description: 'Text immediately after the quotation, at most 32 UTF-16 units.',
      resolve: ({ record }) => record.suffix,
    }),
  }),
});
