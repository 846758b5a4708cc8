import { actorAt } from '#src/app/lookup/actors.ts';
import { documentAt } from '#src/app/lookup/documents.ts';
import { positionAt } from '#src/app/positions/position.ts';
import { builder } from '../core/builder.ts';
import type { Context } from '../core/context.ts';
import { cost } from '../core/cost.ts';
import type { Models } from '../core/models.ts';
import { searchConnection } from './search-connection.ts';

const SearchSubject = builder.unionType('SearchSubject', {
  description: 'What a search can find.',
  types: ['Actor', 'Document', 'Passage', 'Position'],
});

builder.objectType('SearchHit', {
  description: 'One thing that a search found.',
  fields: (t) => ({
    subject: t.field({
      type: SearchSubject,
      description: 'What was found.',
      resolve: (hit, _args, context) => loadSubject(hit, context),
    }),
    score: t.float({
      description: 'How well it matches, for ordering within this search only.',
      resolve: ({ record }) => record.score,
    }),
    snippet: t.string({
      description:
        'The words around the matches, as HTML: the text is escaped, matches stand in `<mark>`, and "…" for what is left out.',
      resolve: ({ record }) => record.snippet,
    }),
  }),
});

/** The actor, document, passage or position of a hit. */
async function loadSubject({ record, corpus }: Models['SearchHit'], { loaders }: Context) {
  const { kind, id } = record;
  if (kind === 'Actor') return { __typename: kind, ...actorAt(corpus, id) };
  if (kind === 'Document') return { __typename: kind, ...documentAt(corpus, id) };
  if (kind === 'Passage')
    return { __typename: kind, record: await loaders.passage.load(id), corpus };
  return { __typename: kind, ...positionAt(corpus, await loaders.position.load(id)) };
}

builder.queryFields((t) => ({
  search: t.connection({
    type: 'SearchHit',
    description:
      'Finds actors under any spelling of their names, and documents, passages and positions by their words, best first. Web search syntax: "exact words", or, -without.',
    args: {
      query: t.arg.string({
        required: true,
        description: 'What to look for, at most 500 characters: `Mashaal recognition`.',
      }),
    },
    extensions: cost({ own: 45_000 }),
    resolve: async (_root, args, { store, latest }) =>
      searchConnection(store, await latest(), args),
  }),
}));
