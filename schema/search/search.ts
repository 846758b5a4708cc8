import { type SearchPage, searchCorpus } from '#src/app/search/search-corpus.ts';
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { Failure } from '#src/domain/failure.ts';
import { builder } from '../core/builder.ts';
import { decode, encode, stretch } from '../core/connection.ts';
import { actorIn, documentIn, positionIn } from '../core/models.ts';

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
      resolve: async ({ row: { kind, id }, corpus }, _args, { loaders }) => {
        switch (kind) {
          case 'Actor':
            return { __typename: kind, ...actorIn(corpus, id) };
          case 'Document':
            return { __typename: kind, ...documentIn(corpus, id) };
          case 'Passage':
            return { __typename: kind, row: await loaders.passage.load(id), corpus };
          case 'Position':
          default:
            return {
              __typename: kind,
              ...positionIn(corpus, await loaders.position.load(id)),
            };
        }
      },
    }),
    score: t.float({
      description: 'How well it matches, for ordering within this search only.',
      resolve: ({ row }) => row.score,
    }),
    snippet: t.string({
      description:
        'The words around the matches, as HTML: the text is escaped, matches stand in `<mark>`, and "…" for what is left out.',
      resolve: ({ row }) => row.snippet,
    }),
  }),
});

/** Nobody reads further; a narrower question serves better. */
const MAX_OFFSET = 10_000;

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
    resolve: async (_root, { query, ...args }, { store, latest }) => {
      const corpus = await latest();
      const search = (offset: number, limit: number) =>
        searchCorpus(store, corpus, query, offset, limit);
      // Only a page that is counted from the end needs to know where the end is.
      const length =
        (args.last ?? null) === null ? Infinity : await (await search(0, 0)).totalCount();
      const [start, end] = stretch(length, args, (cursor) => placeOf(cursor, length));
      expectNear(start);
      return toConnection(await search(start, end - start + 1), end - start, corpus);
    },
  }),
}));

/** One hit more than the page was fetched, to know whether there is a next page. */
function toConnection(found: SearchPage, size: number, corpus: CorpusSnapshot) {
  const hits = found.hits.slice(0, size);
  const cursor = (i: number): string => encode(`hit:${found.offset + i}`);
  return {
    get totalCount() {
      return found.totalCount();
    },
    edges: hits.map((row, i) => ({ cursor: cursor(i), node: { row, corpus } })),
    pageInfo: {
      hasPreviousPage: found.offset > 0,
      hasNextPage: found.hits.length > size,
      startCursor: hits.length > 0 ? cursor(0) : null,
      endCursor: hits.length > 0 ? cursor(hits.length - 1) : null,
    },
  };
}

/** Where the hit of a cursor stands in a list of that length; below 0 if it does not. */
function placeOf(cursor: string, length: number): number {
  const place = Number(/^hit:(0|[1-9]\d{0,5})$/.exec(decode(cursor))?.[1] ?? -1);
  return place < length && place <= MAX_OFFSET ? place : -1;
}

function expectNear(offset: number): void {
  if (offset <= MAX_OFFSET + 1) return;
  throw new Failure(
    'BAD_INPUT',
    `A search is read no further than its ${MAX_OFFSET} best hits; ask for rarer words.`,
    { input: ['last'] },
  );
}
