import { describe, expect, it } from 'vitest';
import { useCorpus } from '#test/support/corpus.ts';
import { EXAMPLES } from '#test/support/examples.ts';

/** More executions than it takes to compile a query. */
const TIMES = 5;

const PAGE = `query ($first: Int = 2, $after: String, $actors: [String!], $filter: PositionFilter,
    $short: Boolean = false) {
  positions(first: $first, after: $after, actors: $actors, filter: $filter) {
    totalCount
    nodes { id ...Who statedOn summary @skip(if: $short) }
  }
}
fragment Who on Position { holder { __typename slug ... on Node @include(if: $short) { id } } }`;

describe('a repeated query', () => {
  const corpus = useCorpus();

  it.each<[string, string]>([
    ...EXAMPLES.map(({ name, query }): [string, string] => [name, query]),
    [
      'an unknown and a valid slug',
      '{ a: actor(slug: "hamas") { slug } b: actor(slug: "") { slug } }',
    ],
    [
      'a failure in a list',
      '{ positions { nodes { holder { positions(first: -1) { totalCount } } } } }',
    ],
    ['a failure at the root', '{ comparison(actors: ["hams"]) { rows { actor { slug } } } }'],
    ['null results', '{ document(reference: "none") { title } node(id: "") { id } }'],
    ['fields of the same name', '{ actors(first: 1) { nodes { slug } nodes { name slug } } }'],
    ['an introspection', '{ __schema { types { name fields { name args { defaultValue } } } } }'],
  ])('returns the same result every time: %s', async (_what, query) => {
    const first = await corpus.ask(query);
    for (let time = 1; time < TIMES; time += 1) expect(await corpus.ask(query)).toEqual(first);
  });

  it.each<[string, object]>([
    ['none', {}],
    ['a page size', { first: 1 }],
    ['a single value for a list', { actors: 'hamas' }],
    ['null', { first: null, actors: null, filter: null }],
    ['a filter', { filter: { channels: ['PUBLIC'], statedFrom: '2006-01-01' } }],
    ['@skip', { short: true }],
    ['an invalid page size', { first: 'many' }],
    ['a page size of 0', { first: 0 }],
    ['an unknown enum value', { filter: { channels: ['LOUD'] } }],
    ['an invalid date', { filter: { statedFrom: '2006-02-30' } }],
    ['an invalid cursor', { after: 'x' }],
    ['an unknown input field', { filter: { stated: '2006' } }],
  ])('handles variables as on its first execution: %s', async (what, variables) => {
    // A comment makes it another query.
    const fresh = await corpus.ask(`${PAGE} # ${what}`, variables);
    for (let time = 0; time < TIMES; time += 1) await corpus.ask(PAGE, { first: 3 });

    expect(await corpus.ask(PAGE, variables)).toEqual(fresh);
  });
});
