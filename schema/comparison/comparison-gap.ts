import { builder } from '../core/builder.ts';
import { page } from '../core/connection.ts';
import type { Context } from '../core/context.ts';
import { documentIn, type Models } from '../core/models.ts';

/** The documents that speak of the gap's condition and actor, of those that the filter lets pass. */
async function mentioning(
  { cell: { actor, condition, corpus }, documents }: Models['ComparisonGap'],
  { loaders }: Context,
): Promise<readonly number[]> {
  const found = await loaders.mentions.load({ actor: actor.row, condition, corpus });
  return found.filter((id) => documents[id] === 1);
}

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
      resolve: ({ cell: { condition, corpus } }) => ({ row: condition, corpus }),
    }),
    documentCount: t.int({
      description:
        'How many documents mention one of the condition’s indicator terms for that actor: in a paragraph that names the actor by any spelling, or in a document by the actor or by somebody who spoke for it. Of the filter, what it asks of documents counts.',
      resolve: async (gap, _args, context) => (await mentioning(gap, context)).length,
    }),
    documents: t.connection({
      type: 'Document',
      description: 'Those documents, by date.',
      resolve: async (gap, args, context) =>
        page(await mentioning(gap, context), args, (id) => documentIn(gap.cell.corpus, id)),
    }),
  }),
});
