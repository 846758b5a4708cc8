import { describe, expect, it } from 'vitest';
import { useCorpus } from '#test/support/corpus.ts';
import type { Loose } from '../loose.ts';

const CITED = 'revision citation { title text csl queryHash url revision date }';

describe('Citable.citation', () => {
  const corpus = useCorpus();
  const cite = async (query: string, variables?: object): Promise<Loose> => {
    const { data, errors } = await corpus.ask(query, variables);
    if (errors) throw new Error(JSON.stringify(errors));
    return data.comparison;
  };

  const hash = async (args: string, variables?: object): Promise<string> =>
    (
      await cite(
        `query ${variables ? '($f: PositionFilter)' : ''} { comparison(${args}) { citation { queryHash } } }`,
        variables,
      )
    ).citation.queryHash;

  it('states title, revision, date, hash and URL of the query', async () => {
    const { citation, revision } = await cite(
      `{ comparison(actors: ["hamas", "russia"], conditions: ["RECOGNITION"]) { ${CITED} } }`,
    );
    const { data } = await corpus.ask('{ revisions { nodes { number createdAt } } }');

    expect(citation.title).toBe('Stated positions of Hamas and Russia: Recognise Israel');
    expect(citation.revision).toBe(revision);
    expect(citation.date).toBe(data.revisions.nodes[0].createdAt.slice(0, 10));
    expect(citation.queryHash).toMatch(/^[0-9a-f]{64}$/);
    expect(citation.text).toBe(
      `${citation.title}. Démarche, revision ${revision}, ${citation.date}. Query ${citation.queryHash.slice(0, 12)}. ${citation.url}`,
    );
    expect(citation.csl).toEqual({
      id: `demarche-${citation.queryHash.slice(0, 12)}`,
      type: 'dataset',
      title: citation.title,
      version: `revision ${revision}`,
      issued: { 'date-parts': [citation.date.split('-').map(Number)] },
      URL: citation.url,
      note: `Query SHA-256: ${citation.queryHash}`,
    });
  });

  it('has a URL that returns the same result with the same selection', async () => {
    const query = `query Mine($who: [String!]!, $size: Int, $other: Boolean = true) {
      comparison(actors: $who, filter: { maxRetellings: 1 }) { ...Cited }
      positions(first: $size) @include(if: $other) { totalCount }
    }
    fragment Cited on Comparison { ${CITED} rows { ...Cells } }
    fragment Cells on ComparisonRow { actor { slug } cells { count mean } }
    fragment Unused on Query { __typename }`.replace(/fragment Unused.*/, '');
    const comparison = await cite(query, { who: ['hamas'], size: 2 });

    const url = new URL(comparison.citation.url);
    const again = await cite(
      url.searchParams.get('query') ?? '',
      JSON.parse(url.searchParams.get('variables') ?? '{}') as object,
    );

    expect(url.href).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/graphql\?/);
    expect(url.searchParams.get('query')).not.toContain('positions');
    expect(url.searchParams.get('query')).toContain('codebook:"quartet-principles@1" revision:1');
    expect(again).toEqual(comparison);
  });

  it('has equal hashes for equal queries, and different ones for different queries', async () => {
    const plain = await hash('actors: ["hamas"], filter: { maxRetellings: 1, channels: [PUBLIC] }');

    expect(await hash('filter: { channels: [PUBLIC], maxRetellings: 1 }, actors: ["hamas"]')).toBe(
      plain,
    );
    expect(
      await hash('revision: 1, filter: $f, actors: ["hamas"], codebook: null', {
        f: { channels: ['PUBLIC'], maxRetellings: 1 },
      }),
    ).toBe(plain);
    expect(
      await hash('actors: ["hamas"], filter: { maxRetellings: 2, channels: [PUBLIC] }'),
    ).not.toBe(plain);
    expect(
      await hash('actors: ["russia"], filter: { maxRetellings: 1, channels: [PUBLIC] }'),
    ).not.toBe(plain);
  });
});
