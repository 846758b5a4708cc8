import { beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { useOwnCorpus } from '#test/support/corpus.ts';
import { documentFile, hitsOf, importFiles, inOrder } from './own-search.ts';

describe('a search in the headers of documents', () => {
  const corpus = useOwnCorpus();
  beforeAll(async () => {
    await importFiles(corpus, {
      'actors.yaml': stringify({
        actors: [
          {
            slug: 'quill',
            name: 'Quentin Quill',
            kind: 'PERSON',
            aliases: ['Q. Q.', 'El Quilloso'],
          },
          { slug: 'other', name: 'Olga Other', kind: 'PERSON' },
        ],
      }),
      'letter.yaml': documentFile('2031-01-01-letter', ['Nothing else.'], {
        title: 'A letter',
        origin: 'Embassy Xanadu',
        provenance: 'Found in the Yellowbrick archive.',
        authors: [{ name: 'Q. Q.' }, { name: 'The Wizard of Oz' }],
      }),
      'other.yaml': documentFile('2031-01-02-other', ['Nothing more.'], {
        title: 'Another letter',
        authors: [{ name: 'Olga Other' }],
      }),
    });
  });

  it.each([
    ['Xanadu', 'A letter · Origin: Embassy <mark>Xanadu</mark>'],
    [
      '"yellowbrick archive"',
      'Provenance: Found in the <mark>Yellowbrick</mark> <mark>archive</mark>.',
    ],
    ['wizard oz', 'Author: The <mark>Wizard</mark> of <mark>Oz</mark>'],
    ['Quentin Quill', 'A letter · Author: <mark>Q</mark>. <mark>Q</mark>.'],
    [
      '"El Quilloso" xanadu',
      'Author: <mark>Q</mark>. <mark>Q</mark>. · Origin: Embassy <mark>Xanadu</mark>',
    ],
    ['2031-01-01-letter', ' · Reference: <mark>2031</mark>'],
  ])('says where %s matches', async (query, snippet) => {
    const hits = (await hitsOf(corpus, query)).filter(({ subject }) => subject.kind === 'Document');

    expect(hits.map(({ subject }) => subject.reference)).toEqual(['2031-01-01-letter']);
    expect(hits[0]?.snippet).toContain(snippet);
  });

  it('finds no phrase that goes over from one field to the next', async () => {
    expect(await hitsOf(corpus, '"wizard of oz embassy"')).toEqual([]);
    expect(await hitsOf(corpus, '"xanadu found"')).toEqual([]);
  });

  it('excludes the documents of an actor', async () => {
    const [every, without] = await Promise.all(
      ['letter', 'letter -"Quentin Quill"'].map((query) => hitsOf(corpus, query)),
    );

    const references = [every, without].map((hits) =>
      inOrder((hits ?? []).flatMap(({ subject }) => (subject.reference as string) ?? [])),
    );
    expect(references).toEqual([['2031-01-01-letter', '2031-01-02-other'], ['2031-01-02-other']]);
  });
});
