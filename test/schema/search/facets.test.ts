import { beforeAll, describe, expect, it } from 'vitest';
import { ACTORS, CODING, QUAY_CORPUS } from '#test/app/import/quay-corpus.ts';
import { useOwnCorpus } from '#test/support/corpus.ts';
import { documentFile, importFiles } from './own-search.ts';

/** The master speaks for the council once; Mara Quill went over to it from the guild. */
const FILES = {
  ...QUAY_CORPUS,
  'actors.yaml': `${ACTORS}  - slug: mara-quill
    name: Mara Quill
    kind: PERSON
    affiliations:
      - { organisation: pilots-guild, to: 2005-12-31 }
      - { organisation: port-council, from: 2006-01-01 }
`,
  'coding.yaml': CODING.replace(
    'holder: tom-arden',
    'holder: tom-arden\n    onBehalfOf: port-council',
  ),
  'undated.yaml': documentFile('undated', ['A zarnuk in the harbour.'], {
    createdAt: null,
    authors: [{ name: 'Mara Quill', actor: 'mara-quill' }],
  }),
  'empty.yaml': documentFile('empty', ['Another zarnuk.']),
  'empty-coding.yaml': `document: empty
codebook: quay-terms
version: 1
coder: quay-coder
status: SETTLED
statements: []
`,
};

describe('the parties and the states that a search counts', () => {
  const corpus = useOwnCorpus();
  beforeAll(() => importFiles(corpus, FILES));
  const search = async (query: string, filter: object) => {
    const { data, errors } = await corpus.ask(
      `query ($query: String!, $filter: SearchFilter) { search(query: $query, filter: $filter) {
        totalCount facets { parties { party { slug } count } codingStates { state count } } } }`,
      { query, filter: { codebook: 'quay-terms', ...filter } },
    );
    expect(errors).toBeUndefined();
    return data.search;
  };

  it.each([
    ['port-council', 2],
    ['tom-arden', 2],
    ['pilots-guild', 0],
  ])('are those for whom a holder said that it spoke: %s', async (party, totalCount) => {
    const found = await search('master', { subjects: ['POSITION'], parties: [party] });

    expect(found).toMatchObject({
      totalCount,
      facets: { parties: totalCount > 0 ? [{ party: { slug: 'port-council' }, count: 2 }] : [] },
    });
  });

  it('are what the author of an undated document was part of last', async () => {
    const { facets } = await search('zarnuk harbour', { subjects: ['PASSAGE'] });

    expect(facets.parties).toEqual([{ party: { slug: 'port-council' }, count: 1 }]);
  });

  it('are coded also where the coder found nothing', async () => {
    const { facets } = await search('zarnuk', { subjects: ['PASSAGE'] });

    expect(facets.codingStates).toEqual([
      { state: 'NOT_CODED', count: 1 },
      { state: 'SETTLED', count: 1 },
    ]);
  });
});
