import { describe, expect, it } from 'vitest';
import { readByline } from '#src/ingest/news/byline.ts';
import { readDateline } from '#src/ingest/news/dateline.ts';
import { readNews } from '#src/ingest/news/read-news.ts';

const first =
  'The harbour council voted on Tuesday to close the northern quay until the dredging is finished, a decision that the fleet called premature.';
const second = '“We will wait for the tide,” said the master of the largest trawler in the basin.';

describe('a saved news page', () => {
  const page = `Northern quay shut for months: council

Northern quay shut for months: council
Sun Mar 1, 2009 11:44:06

${first}

${second}

AB/CD

string(57) "[{"id":"15","pic":"/2009/03/quay.jpg","title":"Quay reopens"}]"
`;

  it('yields headline, date with time, and paragraphs', () => {
    const [article, ...more] = readNews(page);

    expect(more).toEqual([]);
    expect(article).toMatchObject({
      format: 'news',
      kind: 'NEWS_ARTICLE',
      reference: '2009-03-01-northern-quay-shut-for-months-council',
      title: 'Northern quay shut for months: council',
      createdAt: '2009-03-01T11:44',
      release: 'PRESS',
      classification: null,
      author: null,
      language: 'en',
      tags: [],
    });
    expect(article?.text).toBe(
      `Northern quay shut for months: council\n\nSun Mar 1, 2009 11:44:06\n\n${first}\n\n${second}`,
    );
    expect(article?.passages.map(({ start, end }) => article.text.slice(start, end))).toEqual([
      first,
      second,
    ]);
    expect(article?.warnings.map(({ field }) => field)).toEqual(['author', 'origin']);
  });

  it('keeps a repeated headline, initials and a data dump as furniture', () => {
    const [article] = readNews(page);

    expect(article?.furniture).toEqual([
      { kind: 'duplicate-header', text: 'Northern quay shut for months: council', line: 1 },
      { kind: 'web-page', text: 'AB/CD', line: 10 },
      {
        kind: 'web-page',
        text: 'string(57) "[{"id":"15","pic":"/2009/03/quay.jpg","title":"Quay reopens"}]"',
        line: 12,
      },
    ]);
  });
});

describe('a news page with navigation, byline, headings and comments', () => {
  const page = `Home
News
Sign in

Northern Quay Shut, for Now
By Rosa Lind
The Evening Gazette
Published: March 1, 2009 4:47 PM
Share on Facebook
Print

${first}

Advertisement

What the pilots say

${second}

Related stories
Quay reopens
Comments (2)
I liked the old quay, which was closed for the dredging only twice in a hundred years or so.
`;

  it('yields the article and keeps the rest of the page as furniture', () => {
    const [article] = readNews(page);

    expect(article).toMatchObject({
      title: 'Northern Quay Shut, for Now',
      author: 'Rosa Lind',
      origin: 'The Evening Gazette',
      createdAt: '2009-03-01T16:47',
      warnings: [],
    });
    expect(article?.passages.map(({ heading }) => heading)).toEqual([null, 'What the pilots say']);
    expect(article?.furniture.map(({ text }) => text)).toEqual([
      'Home',
      'News',
      'Sign in',
      'Share on Facebook',
      'Print',
      'Advertisement',
      'Related stories\nQuay reopens\nComments (2)\nI liked the old quay, which was closed for the dredging only twice in a hundred years or so.',
    ]);
  });
});

describe('a byline', () => {
  it.each([
    ['By Rosa Lind and Tom Arden', 'Rosa Lind and Tom Arden'],
    ['By Rosa Lind • March 1, 2009', 'Rosa Lind'],
    ['ByROSA LIND', 'ROSA LIND'],
    ['By Rosa Lind Tags: quays', 'Rosa Lind'],
  ])('is read from "%s" as %s', (line, author) => {
    expect(readByline(line)?.author).toBe(author);
  });

  it.each([
    'By Monday we must decide.',
    'By the way',
    'By Tuesday Morning',
    'Bystanders Were Hurt',
    'By Boat',
  ])('is not read from "%s"', (line) => {
    expect(readByline(line)).toBeNull();
  });
});

describe('a dateline', () => {
  it.each([
    ['LISBON, Feb. 28 -- The', { agency: null, month: 2, day: 28, year: null }],
    ['LISBON (Seawire) - The', { agency: 'Seawire', month: null, day: null, year: null }],
    ['LISBON, May 5, 2011 (SW) – The', { agency: 'SW', month: 5, day: 5, year: 2011 }],
    ['(Seawire) - The', { agency: 'Seawire', month: null, day: null, year: null }],
  ])('is read from "%s"', (line, expected) => {
    expect(readDateline(line)).toEqual(expected);
  });

  it.each(['LISBON - The', 'LISBON (SBU) - The', 'Lisbon, May 5 - The', 'A (B) C'])(
    'is not read from "%s"',
    (line) => {
      expect(readDateline(line)).toBeNull();
    },
  );
});
