import { describe, expect, it } from 'vitest';
import { readReleasedPaper } from '#src/ingest/released-papers/read-released-paper.ts';
import { header, paper } from './build-paper.ts';

const prose = [
  'The harbour council voted on Tuesday to close the northern quay until the dredging is',
  'finished, a decision that the fishing fleet called premature and the pilots called late.',
  '',
  '"We will wait for the tide," said the master of the largest trawler, who has moored at the',
  'quay for thirty years. Others said that they would move to the southern basin at once.',
].join('\n');
const nested = (body: string): string =>
  paper(
    `${header({ subject: 'FW: Northern Quay Shut' })}\n\nAs discussed\n\nFrom: Quill, Adam J\nSent: Monday, March 2, 2009 5:17 PM\nTo: Marsh, Ellen P\nSubject: Northern Quay Shut\n\n${body}`,
  );
const signature = 'Adam Quill\nOffice of the Pilot\n555-555-0101';

describe('an article pasted into a message', () => {
  const body = `Northern Quay Shut, for Now
Pilots Say They Warned the Council

By Rosa Lind and Tom Arden
The Evening Gazette
Sunday, March 1, 2009

LISBON, Feb. 28 -- ${prose}

Lind reported from the southern basin. Special correspondent Ana Paz contributed.


${signature}`;

  it('becomes a separate document and is removed from the email’s text', () => {
    const [email, article, ...more] = readReleasedPaper(nested(body));

    expect(more).toEqual([]);
    expect(article).toMatchObject({
      format: 'news',
      kind: 'NEWS_ARTICLE',
      reference: '2009-03-01-northern-quay-shut-for-now',
      title: 'Northern Quay Shut, for Now',
      author: 'Rosa Lind and Tom Arden',
      origin: 'The Evening Gazette',
      createdAt: '2009-03-01',
      release: 'PRESS',
      classification: null,
      language: 'en',
      enclosedBy: 0,
      warnings: [],
    });
    expect(article?.text.startsWith('Northern Quay Shut, for Now\nPilots Say')).toBe(true);
    expect(article?.text.endsWith('Special correspondent Ana Paz contributed.')).toBe(true);
    expect(article?.passages).toHaveLength(3);
    expect(email?.text.endsWith(`Subject: Northern Quay Shut\n\n${signature}`)).toBe(true);
    expect(email?.messages).toHaveLength(2);
  });

  it('without a date takes its reference from the email', () => {
    const [, article] = readReleasedPaper(
      nested(body.replace('Sunday, March 1, 2009\n', '').replace(', Feb. 28', '')),
    );

    expect(article).toMatchObject({ reference: 'C05123456-1', createdAt: null });
    expect(article?.warnings.map(({ code, field }) => [code, field])).toEqual([
      ['date-missing', 'createdAt'],
      ['reference-from-enclosing', 'reference'],
    ]);
  });

  it('that is a wire story takes its headline from the subject and ends before a notice', () => {
    const wire = `PORTO, March 2 (Seawire) - ${prose}\n\nNewsTickers alert officials to breaking news.`;

    const [email, article] = readReleasedPaper(
      nested(wire).replaceAll('Northern Quay Shut', 'Northern quay shut (Seawire)'),
    );

    expect(article).toMatchObject({
      title: 'Northern quay shut',
      author: 'Seawire',
      createdAt: '2009-03-02',
      reference: '2009-03-02-northern-quay-shut',
    });
    expect(email?.text.endsWith('NewsTickers alert officials to breaking news.')).toBe(true);
  });

  it('dated December in an email of January gets the previous year', () => {
    const wire = `PORTO, December 30 (Seawire) - ${prose}`;

    const [, article] = readReleasedPaper(
      nested(wire).replaceAll('March 2, 2009', 'January 2, 2009'),
    );

    expect(article?.createdAt).toBe('2008-12-30');
  });
});

describe('text that is not an article', () => {
  it.each([
    ['a paragraph with a portion mark', `LISBON (SBU) - ${prose}`],
    ['a list of places', `LISBON - ${prose}\n\nPORTO - ${prose}`],
    [
      'a sentence that begins with "By"',
      `Harbour Plans For Spring\nBy Monday we must decide.\n${prose}`,
    ],
    [
      'a byline without prose',
      'Northern Quay Shut\nBy Rosa Lind\nThe Evening Gazette\n\nGood piece.',
    ],
    [
      'several wire stories',
      `PORTO (Seawire) - ${prose}\n\n${'\n'.repeat(14)}FARO (Seawire) - ${prose}`,
    ],
  ])('stays in the email: %s', (_, body) => {
    expect(readReleasedPaper(nested(body))).toHaveLength(1);
  });
});
