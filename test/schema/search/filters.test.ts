import { describe, expect, it } from 'vitest';
import { useCorpus } from '#test/support/corpus.ts';
import type { Loose } from '../loose.ts';

const FACETS = `facets {
  subjects { subject count } kinds { kind count } years { year count }
  parties { party { slug } count } codingStates { state count }
}`;

describe('the filter and the facets of a search', () => {
  const corpus = useCorpus();

  async function search(query: string, filter: object = {}): Promise<Loose> {
    const { data, errors } = await corpus.ask(
      `query ($query: String!, $filter: SearchFilter) { search(query: $query, filter: $filter, first: 100) {
        totalCount ${FACETS}
        nodes { subject {
          kind: __typename
          ... on Document { reference documentKind: kind createdAt positions { totalCount } }
          ... on Passage { document { reference documentKind: kind createdAt } }
          ... on Position { party { slug } document { reference documentKind: kind createdAt } }
        } }
      } }`,
      { query, filter },
    );
    if (errors) throw new Error(JSON.stringify(errors));
    return data.search;
  }

  it('counts all results in each facet', async () => {
    const { totalCount, facets } = await search('Hamas');

    const actors = facets.subjects.find(({ subject }: Loose) => subject === 'ACTOR')?.count;
    expect(actors).toBeGreaterThan(0);
    expect(sum(facets.subjects)).toBe(totalCount);
    for (const facet of ['kinds', 'years', 'codingStates'])
      expect(sum(facets[facet])).toBe(totalCount - actors);
  });

  it('selects as many results as each facet counts', async () => {
    const { facets } = await search('Hamas');
    const filters = [
      ...facets.subjects.map(({ subject, count }: Loose) => [{ subjects: [subject] }, count]),
      ...facets.kinds.map(({ kind, count }: Loose) => [{ kinds: [kind] }, count]),
      ...facets.years.map(({ year, count }: Loose) => [{ years: [year] }, count]),
      ...facets.parties.map(({ party, count }: Loose) => [{ parties: [party.slug] }, count]),
      ...facets.codingStates.map(({ state, count }: Loose) => [{ codingStates: [state] }, count]),
    ] as const;

    const found = await Promise.all(filters.map(([filter]) => search('Hamas', filter)));

    expect(found.map(({ totalCount }) => totalCount)).toEqual(filters.map(([, count]) => count));
    expect(filters.length).toBeGreaterThan(12);
  });

  it('narrows the results by all fields at once', async () => {
    const { nodes, facets } = await search('Hamas', {
      kinds: ['CABLE'],
      parties: ['russia'],
      subjects: ['POSITION'],
      createdFrom: '2006-01-01',
      createdTo: '2008-01-01',
    });

    expect(nodes.length).toBeGreaterThan(0);
    for (const node of nodes) {
      expect(node.subject).toMatchObject({ kind: 'Position', party: { slug: 'russia' } });
      expect(documentOf(node).documentKind).toBe('CABLE');
      expect(documentOf(node).createdAt).toMatch(/^200[67]/);
    }
    expect(facets.kinds).toEqual([{ kind: 'CABLE', count: nodes.length }]);
  });

  it('returns nothing for an empty list', async () => {
    const found = await search('Hamas', { kinds: [] });

    expect(found).toMatchObject({ totalCount: 0, nodes: [], facets: { subjects: [], years: [] } });
  });

  it.each([
    [{ parties: ['hamass'] }, 'UNKNOWN_ACTOR', ['filter', 'parties', 0]],
    [{ codebook: 'x', codingStates: ['SETTLED'] }, 'UNKNOWN_CODEBOOK', ['filter', 'codebook']],
  ])('rejects %j', async (filter, code, input) => {
    const { errors } = await corpus.ask(
      'query ($filter: SearchFilter) { search(query: "a", filter: $filter) { totalCount } }',
      { filter },
    );

    expect(errors?.[0]?.extensions).toEqual({ code, input });
  });
});

function sum(counts: readonly { readonly count: number }[]): number {
  return counts.reduce((total, { count }) => total + count, 0);
}

function documentOf({ subject }: Loose): Loose {
  return subject.document ?? subject;
}
