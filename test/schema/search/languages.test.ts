import { beforeAll, describe, expect, it } from 'vitest';
import { useOwnCorpus } from '#test/support/corpus.ts';
import { documentFile, hitsOf, importFiles, passagesOf } from './own-search.ts';

const GERMAN = 'Die Häuser der Abgeordneten wurden verhandelt.';
const RUSSIAN = 'Стороны вернулись к переговорам.';
const ARABIC = 'رفضت الحركة المفاوضات';
const CHINESE = '哈马斯拒绝承认以色列。谈判仍在继续。';
const JAPANESE = 'ハマスはイスラエルを承認しない。';
const THAI = 'ฮามาสปฏิเสธการเจรจา';
const NOWHERE = 'The zorbings were zorbed.';
const FRENCH = 'Les gouvernements négocieront.';

describe('a search in texts of several languages', () => {
  const corpus = useOwnCorpus();
  beforeAll(async () => {
    const texts: readonly (readonly [string, string, string | null])[] = [
      ['de', GERMAN, 'de-AT'],
      ['ru', RUSSIAN, 'ru'],
      ['ar', ARABIC, 'ar'],
      ['zh', CHINESE, 'zh'],
      ['ja', JAPANESE, 'ja'],
      ['th', THAI, 'th'],
      ['tlh', NOWHERE, 'tlh'],
      ['fr', FRENCH, 'en'],
    ];
    await importFiles(
      corpus,
      Object.fromEntries(
        texts.map(([name, text, language]) => [
          `${name}.yaml`,
          documentFile(`2031-01-01-${name}`, [text], { language, title: `Title ${name}` }),
        ]),
      ),
    );
    await importFiles(corpus, {
      'fr.yaml': documentFile('2031-01-01-fr', [FRENCH], { language: 'fr', title: 'Title fr' }),
    });
  });

  it.each([
    ['Haus', GERMAN],
    ['Abgeordneter', GERMAN],
    ['переговоры', RUSSIAN],
    ['حركة', ARABIC],
    ['zorbings', NOWHERE],
  ])('finds %s inflected as in its language', async (query, text) => {
    expect(await passagesOf(corpus, query)).toEqual([text]);
  });

  it('inflects nothing in an unknown language', async () => {
    expect(await passagesOf(corpus, 'zorbing')).toEqual([]);
  });

  it.each([
    ['承认', CHINESE, '哈马斯拒绝<mark>承认</mark>以色列'],
    ['以色列', CHINESE, '承认<mark>以色列</mark>'],
    ['承認', JAPANESE, 'を<mark>承認</mark>し'],
    ['イスラエル', JAPANESE, 'は<mark>イスラエル</mark>を'],
    ['เจรจา', THAI, 'การ<mark>เจรจา</mark>'],
    ['"承认以色列"', CHINESE, '<mark>承认以色列</mark>'],
  ])('finds %s within a text without spaces', async (query, text, marked) => {
    const hits = await hitsOf(corpus, query);

    expect(hits.map(({ subject }) => subject.text)).toEqual([text]);
    expect(hits[0]?.snippet).toContain(marked);
    expect(hits[0]?.snippet).not.toMatch(/\p{C}/u);
  });

  it('finds no characters in another order, and excludes those that are there', async () => {
    expect(await passagesOf(corpus, '认承')).toEqual([]);
    expect(await passagesOf(corpus, '谈判 -承认')).toEqual([]);
  });

  it('searches each revision by the language that its header says', async () => {
    const { data } = await corpus.ask('{ revisions(first: 1) { nodes { number } } }');
    const latest = data.revisions.nodes[0].number;

    expect(await passagesOf(corpus, 'gouvernement négocier')).toEqual([FRENCH]);
    expect(await passagesOf(corpus, 'gouvernement négocier', `, revision: ${latest - 1}`)).toEqual(
      [],
    );
    expect(await passagesOf(corpus, 'gouvernements', `, revision: ${latest - 1}`)).toEqual([
      FRENCH,
    ]);
  });
});
