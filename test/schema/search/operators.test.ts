import { beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { useOwnCorpus } from '#test/support/corpus.ts';
import { documentFile, hitsOf, importFiles, inOrder, passagesOf } from './own-search.ts';

const TEXTS = [
  'Lavrov told the ambassador that a dirigible was late.',
  'Lavrov and Hamas spoke of a dirigible.',
  'Lavrov and the Islamic Resistance Movement spoke of a dirigible.',
  'The Russian Foreign Minister told the ambassador of a dirigible.',
  'The ambassador of the dirigible told Lavrov.',
  'John Smith will land the dirigible.',
  'Will Smith boarded the dirigible.',
  'WILL SMITH left the dirigible.',
  'Mrs May saw the dirigible.',
  'The dirigible may fall.',
];

const texts = (...indices: number[]) => inOrder(indices.map((i) => TEXTS[i] ?? ''));

describe('the operators of a search', () => {
  const corpus = useOwnCorpus();
  beforeAll(() =>
    importFiles(corpus, {
      'operators.yaml': documentFile('2031-01-01-operators', TEXTS),
      'actors.yaml': stringify({
        actors: [
          { slug: 'will-smith', name: 'Will Smith', kind: 'PERSON' },
          { slug: 'may', name: 'Theresa May', kind: 'PERSON', aliases: ['May'] },
          { slug: 'pilot', name: 'Sergej Pilotov', kind: 'PERSON', aliases: ['The Flyer'] },
        ],
      }),
      'flyer.yaml': documentFile('2031-01-02-flyer', [
        'The Flyer landed.',
        'Sergei Pilotov landed.',
      ]),
    }),
  );
  it('excludes an actor under all names', async () => {
    expect(await passagesOf(corpus, 'dirigible lavrov -hamas')).toEqual(texts(0, 4));
    expect(await passagesOf(corpus, 'dirigible lavrov -"Islamic Resistance Movement"')).toEqual(
      texts(0, 4),
    );
  });

  it('excludes a phrase, not its words', async () => {
    expect(await passagesOf(corpus, 'dirigible lavrov -"told the ambassador"')).toEqual(
      texts(1, 2, 4),
    );
  });

  it('takes a phrase with a name for a phrase, under the other names too', async () => {
    expect(await passagesOf(corpus, '"Lavrov told the ambassador"')).toEqual(texts(0));
    expect(await passagesOf(corpus, '"Hamas spoke of a dirigible"')).toEqual(texts(1, 2));
    expect(await passagesOf(corpus, '"told Hamas spoke"')).toEqual([]);
  });

  it('takes or for an alternative of all that stands on each side', async () => {
    expect(await passagesOf(corpus, 'dirigible told -lavrov OR dirigible spoke hamas')).toEqual(
      texts(1, 2, 3),
    );
  });

  it.each([
    ['a lone minus', 'dirigible - fall'],
    ['several minuses', 'dirigible fall ---ambassador'],
    ['an unclosed quotation mark', '"dirigible fall'],
    ['or at the ends', 'or dirigible fall or'],
    ['an empty phrase', 'dirigible "" fall -""'],
    ['curly quotation marks', '“may fall”'],
    ['an excluded stop word', 'dirigible fall -the'],
    ['brackets and signs', '(dirigible) & !fall | <->'],
  ])('finds words beside %s', async (_what, query) => {
    expect(await passagesOf(corpus, query)).toEqual(texts(9));
  });

  it('finds nobody else under a name that holds a stop word', async () => {
    expect(await passagesOf(corpus, 'Will Smith')).toEqual(texts(6, 7));
    expect(await passagesOf(corpus, 'dirigible smith -"Will Smith"')).toEqual(texts(5));
    expect(await passagesOf(corpus, '"Will Smith boarded"')).toEqual(texts(6));
  });

  it('takes a name that is a common word for the name where it is capitalised', async () => {
    expect(await passagesOf(corpus, 'May')).toEqual(texts(8));
    expect(await passagesOf(corpus, 'Theresa May')).toEqual(texts(8));
    expect(await passagesOf(corpus, 'may dirigible')).toEqual(texts(8, 9));
  });

  it('finds a last name with a misspelt first name under all names', async () => {
    const hits = await hitsOf(corpus, 'Sergej Pilotow');

    expect(hits[0]?.subject.slug).toBe('pilot');
    expect(await passagesOf(corpus, 'Serge Pilotov')).toContain('The Flyer landed.');
    expect(await passagesOf(corpus, 'Khalid Mishal')).not.toEqual([]);
    expect(await passagesOf(corpus, 'Sergej Lavrov')).not.toEqual([]);
  });

  it('lists no actor that the query excludes', async () => {
    const [without, either] = await Promise.all(
      ['lavrov -hamas', 'lavrov or hamas'].map((query) => hitsOf(corpus, query)),
    );

    const slugs = (hits: typeof without) => hits?.flatMap(({ subject }) => subject.slug ?? []);
    expect(slugs(without)).toContain('sergey-lavrov');
    expect(slugs(without)).not.toContain('hamas');
    expect(slugs(either)).toContain('hamas');
  });
});
