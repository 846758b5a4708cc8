import { mentionsInGap } from '#src/app/comparison/mentions.ts';
import { documentAt } from '#src/app/lookup/documents.ts';
import { builder } from '../core/builder.ts';
import { connectionFromIds } from '../core/connection.ts';

builder.objectType('ComparisonGap', {
  description:
    'A cell without positions, and where one might look for some. Silence of the coding is not silence of the actor.',
  fields: (t) => ({
    actor: t.field({
      type: 'Actor',
      description: 'Whose cell is empty.',
      resolve: ({ cell }) => cell.actor,
    }),
    reportedBy: t.field({
      type: 'Actor',
      nullable: true,
      description: 'By whose documents its row is told, if asked by reporter.',
      resolve: ({ cell }) => cell.reportedBy,
    }),
    condition: t.field({
      type: 'Condition',
      description: 'On which condition.',
      resolve: ({ cell: { condition, corpus } }) => ({ record: condition, corpus }),
    }),
    documentCount: t.int({
      description:
        'How many documents mention one of the condition’s indicator terms for that actor: in a paragraph that names the actor by any spelling, or in a document by the actor or by somebody who spoke for it. Of the filter, what it asks of documents counts.',
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
