import { actorAt } from '#src/app/lookup/actors.ts';
import { documentAt } from '#src/app/lookup/documents.ts';
import { positionAt } from '#src/app/positions/position.ts';
import { revisionArgument } from '../core/arguments.ts';
import { builder } from '../core/builder.ts';
import { CITABLE_LIST, citedList } from '../core/cited.ts';
import type { Context } from '../core/context.ts';
import { cost } from '../core/cost.ts';
import type { Models } from '../core/models.ts';
import { type SearchConnection, searchConnection } from './search-connection.ts';
import { SearchFilter } from './search-filter.ts';

const SearchSubject = builder.unionType('SearchSubject', {
  description: 'Result types of a search.',
  types: ['Actor', 'Document', 'Passage', 'Position'],
});

builder.objectType('SearchHit', {
  description: 'One result of a search.',
  fields: (t) => ({
    subject: t.field({
      type: SearchSubject,
      description: 'Actor, document, passage or position found.',
      resolve: (hit, _args, context) => loadSubject(hit, context),
    }),
    score: t.float({
      description: 'Relevance score, comparable only within this search.',
      resolve: ({ record }) => record.score,
    }),
    snippet: t.string({
      description:
        'Matches in context, as HTML: text is escaped, matches are in `<mark>`, and "…" marks omissions.',
      resolve: ({ record }) => record.snippet,
    }),
  }),
});

/** Loads the actor, document, passage or position of a hit. */
async function loadSubject({ record, corpus }: Models['SearchHit'], { loaders }: Context) {
  const { kind, id } = record;
  if (kind === 'Actor') return { __typename: kind, ...actorAt(corpus, id) };
  if (kind === 'Document') return { __typename: kind, ...documentAt(corpus, id) };
  if (kind === 'Passage')
    return { __typename: kind, record: await loaders.passage.load(id), corpus };
  return { __typename: kind, ...positionAt(corpus, await loaders.position.load(id)) };
}

builder.queryFields((t) => ({
  search: t.connection(
    {
      type: 'SearchHit',
      description:
        'Finds actors by any spelling of their names, and documents, passages and positions by their words, best match first. Web search syntax: `"exact words"`, `or`, `-excluded`; a name stands for all names of its actor in each of them. Words are inflected as in the language of the document.',
      args: {
        query: t.arg.string({
          required: true,
          description: 'Search query: `Mashaal recognition`. The first 500 characters are used.',
        }),
        filter: t.arg({ type: SearchFilter, description: 'Results to return.' }),
        ...revisionArgument,
      },
      extensions: cost({ own: 45_000 }),
      resolve: async (_root, { revision, ...args }, { store, at }, info) => {
        const corpus = await at(revision);
        return citedList(
          await searchConnection(store, corpus, args),
          { corpus, codebook: null, title: () => `Search for “${args.query}”`, input: args },
          info,
        );
      },
    },
    {
      ...CITABLE_LIST,
      fields: (connection) => ({
        facets: connection.field({
          type: 'SearchFacets',
          description: 'Numbers of results by kind, year, party and state of coding.',
          // Priced once for each item of the page.
          extensions: cost({ own: 500 }),
          resolve: ({ facets }: SearchConnection) => facets(),
        }),
      }),
    },
  ),
}));
