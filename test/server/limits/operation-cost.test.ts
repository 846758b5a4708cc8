import { getIntrospectionQuery } from 'graphql';
import { describe, expect, it } from 'vitest';
import { useCorpus } from '#test/support/corpus.ts';
import { EXAMPLES } from '#test/support/examples.ts';

/** The selections of a position on an evidence page. */
const POSITION = `id stance summary retellings channel wording modality coder rationale
  holder { slug name } party { slug name } condition { code title }
  evidence { start end exact prefix suffix document { reference text } passage { number heading } }
  attribution { order speaker { slug name } audience { slug name } channel date }
  document { reference title createdAt } disputes { id summary }`;

const CHAIN = (depth: number, leaf: string): string =>
  'positions { nodes { holder { '.repeat(depth) + leaf + ' } } }'.repeat(depth);

describe('the maximum cost of an operation', () => {
  const corpus = useCorpus();

  it.each<[string, string]>([
    [
      'a full introspection',
      getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true }),
    ],
    [
      'the whole matrix',
      `{ comparison(actors: ["united-states", "russia", "hamas"]) { rows { cells { positions(first: 100) { nodes { ${POSITION} } } } } } }`,
    ],
    [
      'all distances and the trend of all parties',
      '{ comparison(groupBy: PARTY) { divergences { condition { code title } aReportedBy { name } bReportedBy { name } distance overlap } trend(by: MONTH) { from count distribution { stance count } } } }',
    ],
    ['all positions', `{ positions(first: 100) { nodes { ${POSITION} } } }`],
    [
      'all documents with their positions',
      `{ documents { nodes { text passages { text } positions(first: 100) { nodes { ${POSITION} } } } } }`,
    ],
    [
      'fifty root fields',
      `{ ${Array.from({ length: 50 }, (_, i) => `a${i}: positions(filter: { maxRetellings: ${i} }) { totalCount }`).join(' ')} }`,
    ],
    [
      'twenty searches',
      `{ ${Array.from({ length: 20 }, (_, i) => `a${i}: search(query: "mecca ${i}") { totalCount }`).join(' ')} }`,
    ],
    ...EXAMPLES.map(({ name, query }): [string, string] => [name, query]),
  ])('admits %s', async (_what, query) => {
    const { errors } = await corpus.ask(query);

    expect(errors).toBeUndefined();
  });

  it.each([
    ['lists within lists', `{ ${CHAIN(6, 'slug')} }`],
    [
      'four bootstraps',
      `{ ${Array.from({ length: 4 }, (_, i) => `a${i}: reliability(bootstrap: { samples: ${1000 + i} }) { codebook { slug } }`).join(' ')} }`,
    ],
    [
      'four groupings of formulations',
      `{ ${Array.from({ length: 4 }, (_, i) => `a${i}: formulations(condition: "RECOGNITION", similarity: 0.${i + 1}) { condition { code } }`).join(' ')} }`,
    ],
    [
      'distances of many comparisons',
      `{ ${Array.from({ length: 30 }, (_, i) => `a${i}: comparison(groupBy: PARTY) { divergences { condition { code title } distance overlap } }`).join(' ')} }`,
    ],
    [
      'distances of many comparisons, in a fragment',
      `{ ${Array.from({ length: 30 }, (_, i) => `a${i}: comparison(groupBy: PARTY) { ...D }`).join(' ')} } fragment D on Comparison { divergences { condition { code title } distance overlap } }`,
    ],
    [
      'trends of every cell by month',
      `{ comparison(groupBy: PARTY) { rows { cells { ${Array.from({ length: 20 }, (_, i) => `t${i}: trend(by: MONTH) { from to count mean median }`).join(' ')} } } } }`,
    ],
    [
      'lists within long lists',
      `{ ${CHAIN(3, 'slug').replaceAll('positions', 'positions(first: 100)')} }`,
    ],
    [
      'lists within lists, in fragments',
      `{ actor(slug: "hamas") { ...F0 } } ${fragments(22)} fragment F22 on Actor { slug }`,
    ],
    [
      'pages whose size is a variable',
      'query ($n: Int = 100) { positions(first: $n) { nodes { condition { positions(first: $n) { nodes { condition { positions(last: $n) { nodes { id } } } } } } } } }',
    ],
    [
      'lists by inline fragments',
      `{ ${CHAIN(6, 'slug').replaceAll('holder', '... on Position { holder').replaceAll('} } }', '} } } }')} }`,
    ],
    [
      'fifty searches',
      `{ ${Array.from({ length: 50 }, (_, i) => `a${i}: search(query: "mecca ${i}") { totalCount }`).join(' ')} }`,
    ],
    [
      'thousands of rows of a hundred positions',
      `{ comparison(actors: ${hamas(250)}, reportedBy: ${hamas(20)}) { rows { cells { positions(first: 100) { nodes { summary } } } } } }`,
    ],
  ])('rejects %s before execution', async (_what, query) => {
    corpus.takeQueries();

    const { data, errors } = await corpus.ask(query);

    expect(data).toBeUndefined();
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.extensions?.code).toBe('TOO_COSTLY');
    // At most the size of the corpus is read.
    expect(corpus.takeQueries().length).toBeLessThan(20);
  });

  it('does not hide an invalid variable', async () => {
    const { errors } = await corpus.ask(
      'query ($q: String!) { search(query: $q) { totalCount } }',
      {
        q: null,
      },
    );

    expect(errors?.[0]?.message).toContain('"$q" of non-null type');
  });
});

function hamas(times: number): string {
  return JSON.stringify(Array.from({ length: times }, () => 'hamas'));
}

/** Each fragment spreads the next twice: 2²² selections when written out. */
function fragments(count: number): string {
  return Array.from(
    { length: count },
    (_, i) => `fragment F${i} on Actor { ...F${i + 1} ... on Actor { ...F${i + 1} } }`,
  ).join('\n');
}
