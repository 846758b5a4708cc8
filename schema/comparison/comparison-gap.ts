import { mentionsInGap } from '#src/app/comparison/mentions.ts';
import { documentAt } from '#src/app/lookup/documents.ts';
import { builder } from '../core/builder.ts';
import { connectionFromIds } from '../core/connection.ts';

builder.objectType('ComparisonGap', {
  description:
    'A cell without positions, and documents to search for some. An empty cell shows that no position is coded, not that the actor was silent.',
  fields: (t) => ({
    actor: t.field({
      type: 'Actor',
      description: 'Actor of the row.',
      resolve: ({ cell }) => cell.actor,
    }),
    reportedBy: t.field({
      type: 'Actor',
      nullable: true,
      description: 'Reporting actor of the row, when `reportedBy` is given; otherwise null.',
      resolve: ({ cell }) => cell.reportedBy,
    }),
    condition: t.field({
      type: 'Condition',
      description: 'Condition of the column.',
      resolve: ({ cell: { condition, corpus } }) => ({ record: condition, corpus }),
    }),
    documentCount: t.int({
      description:
        'Number of documents that mention an indicator term of the condition for the actor: in a paragraph that names the actor in any spelling, or in a document written by the actor or by someone who spoke for it. Of the filter, only `documentKinds`, `releases` and `reportedBy` apply.',
      resolve: async (gap, _args, { loaders }) =>
        (await mentionsInGap(gap, (key) => loaders.mentions.load(key))).length,
    }),
    documents: t.connection({
      type: 'Document',
      description: 'Those documents, by date.',
      resolve: async (gap, args, { loaders }) =>
        connectionFromIds(
          await mentionsInGap(gap, (key) => loaders.mentions.load(key)),
          args,
          (id) => documentAt(gap.cell.corpus, id),
        ),
    }),
  }),
});
