import { describe, expect, it } from 'vitest';
import { useCorpus } from '#test/support/corpus.ts';
import { EXAMPLES } from '#test/support/examples.ts';

/** Times after which a query has surely been compiled. */
const TIMES = 5;

const PAGE = `query ($first: Int = 2, $after: String, $actors: [String!], $filter: PositionFilter,
    $short: Boolean = false) {
  positions(first: $first, after: $after, actors: $actors, filter: $filter) {
    totalCount
    nodes { id ...Who statedOn summary @skip(if: $short) }
  }
}
fragment Who on Position { holder { __typename slug ... on Node @include(if: $short) { id } } }`;

describe('a query that comes again', () => {
  const corpus = useCorpus();

  it.each<[string, string]>([
    ...EXAMPLES.map(({ name, query }): [string, string] => [name, query]),
    [
      'an unknown slug beside a good one',
      '{ a: actor(slug: "hamas") { slug } b: actor(slug: "") { slug } }',
    ],
    [
      'a failure in a list',
      '{ positions { nodes { holder { positions(first: -1) { totalCount } } } } }',
    ],
    ['a failure at the root', '{ comparison(actors: ["hams"]) { rows { actor { slug } } } }'],
    [
      'what is left out and what is null',
      '{ document(reference: "none") { title } node(id: "") { id } }',
    ],
    ['fields of the same name', '{ actors(first: 1) { nodes { slug } nodes { name slug } } }'],
    ['an introspection', '{ __schema { types { name fields { name args { defaultValue } } } } }'],
  ])('is answered as it was the first time: %s', async (_what, query) => {
    const first = await corpus.ask(query);
    for (let time = 1; time < TIMES; time += 1) expect(await corpus.ask(query)).toEqual(first);
  });

  it.each<[string, object]>([
    ['none', {}],
    ['a size', { first: 1 }],
    ['one value where a list is due', { actors: 'hamas' }],
    ['null', { first: null, actors: null, filter: null }],
    ['a filter', { filter: { channels: ['PUBLIC'], statedFrom: '2006-01-01' } }],
    ['one that skips', { short: true }],
    ['a size that is not one', { first: 'many' }],
    ['a size of none', { first: 0 }],
    ['a channel that is not one', { filter: { channels: ['LOUD'] } }],
    ['a day that is not one', { filter: { statedFrom: '2006-02-30' } }],
    ['a cursor that is not one', { after: 'x' }],
    ['a field that is not one', { filter: { stated: '2006' } }],
  ])('takes its variables as it did the first time: %s', async (what, variables) => {
    // A comment makes it another query.
    const fresh = await corpus.ask(`${PAGE} # ${what}`, variables);
    for (let time = 0; time < TIMES; time += 1) await corpus.ask(PAGE, { first: 3 });

    expect(await corpus.ask(PAGE, variables)).toEqual(fresh);
  });
});
