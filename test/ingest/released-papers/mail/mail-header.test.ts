import { describe, expect, it } from 'vitest';
import { readReleasedPaper } from '#src/ingest/released-papers/read-released-paper.ts';
import { header, paper } from '../build-paper.ts';

const read = (...pages: readonly string[]) => readReleasedPaper(paper(...pages))[0];
const indent = ' '.repeat(34);

describe('the outermost header', () => {
  it('may have an empty line of addressees', () => {
    const email = read(`${header({ to: '' })}\n\nText.`);

    expect(email?.addressees).toEqual([]);
    expect(email?.title).toBe('Harbour talks');
    expect(email?.warnings.map((warning) => warning.code)).toContain('addressees-missing');
  });

  it('may have an empty subject', () => {
    const email = read(`${header({ subject: '' })}\n\nText.`);

    expect(email?.title).toBeNull();
    expect(email?.warnings.map((warning) => warning.code)).toContain('title-missing');
    expect(email?.text.endsWith('\n\nText.')).toBe(true);
  });

  it('may have the value on the line above its label', () => {
    const risen = [
      `${indent}Marsh, Ellen P`,
      'From:',
      `${indent}Monday, March 2, 2009 5:37 PM`,
      'Sent:',
      'To:                               Quill, Adam',
      'Subject:                          Quays',
    ].join('\n');

    const email = read(`${risen}\n\nText.`);

    expect(email).toMatchObject({
      author: 'Marsh, Ellen P',
      createdAt: '2009-03-02T17:37',
      addressees: [{ name: 'Quill, Adam', role: 'ADDRESSEE' }],
      title: 'Quays',
    });
  });

  it('may have the date below its label', () => {
    const sunk = [
      'From:                             Marsh, Ellen P',
      'Sent:',
      `${indent}Monday, March 2, 2009 5:37 PM`,
      'To:',
      'Subject:                          Quays',
    ].join('\n');

    expect(read(`${sunk}\n\nText.`)).toMatchObject({
      createdAt: '2009-03-02T17:37',
      addressees: [],
    });
  });

  it.each([
    [
      'labels without colons',
      (text: string) => text.replace('Subject:', 'Subject ').replace('Sent:', 'Sent '),
    ],
    ['no colon at all', (text: string) => text.replaceAll(/^(\w+):/gm, '$1 ')],
    ['semicolons for colons', (text: string) => text.replace('Sent:', 'Sent;')],
    [
      'misread labels',
      (text: string) => text.replace('From:', 'Frorn:').replace('Subject:', 'Subjec:'),
    ],
    ['blank lines between', (text: string) => text.replaceAll('\n', '\n\n')],
  ])('may have %s', (_, spoil) => {
    expect(read(`${spoil(header({}))}\n\nText.`)).toMatchObject({
      author: 'Marsh, Ellen P <MarshEP@state.gov>',
      createdAt: '2009-03-02T17:37',
      title: 'Harbour talks',
    });
  });

  it('may have lost its sender', () => {
    const lost = header({}).split('\n').slice(1).join('\n');

    expect(read(`${lost}\n\nText.`)).toMatchObject({ author: null, createdAt: '2009-03-02T17:37' });
  });

  it('may have a date without a label, which is used with a warning', () => {
    const unlabelled = header({}).replace('Sent: ', '      ');

    const email = read(`${unlabelled}\n\nText.`);

    expect(email?.createdAt).toBe('2009-03-02T17:37');
    expect(email?.warnings.map((warning) => warning.code)).toContain('date-unlabelled');
  });

  it('may wrap its subject into the value column', () => {
    const email = read(`${header({})}\n${indent}about the northern quay\n\nText.`);

    expect(email?.title).toBe('Harbour talks about the northern quay');
  });

  it('warns of a date that cannot be read and of a weekday that is not the date’s', () => {
    const unreadable = read(`${header({ sent: 'Mxndxy at noon' })}\n\nText.`);
    const wrong = read(`${header({ sent: 'Friday, March 2, 2009 5:37 PM' })}\n\nText.`);

    expect(unreadable?.createdAt).toBeNull();
    expect(unreadable?.warnings).toContainEqual({
      code: 'date-unreadable',
      field: 'createdAt',
      message: 'No date can be read from "Mxndxy at noon".',
      line: 5,
    });
    expect(wrong?.createdAt).toBe('2009-03-02T17:37');
    expect(wrong?.warnings.map((warning) => warning.code)).toContain('weekday-disagrees');
  });
});

describe('a date that cannot be', () => {
  it.each(['Monday, March 2, 2090 5:37 PM', 'Friday, March 2, 1909 5:37 PM'])(
    '%s is null with a warning',
    (sent) => {
      const email = read(`${header({ sent })}\n\nText.`);

      expect(email?.createdAt).toBeNull();
      expect(email?.warnings.map((warning) => warning.code)).toContain('date-impossible');
    },
  );

  it('is not replaced by a date in the text of a mail', () => {
    const email = read(`${header({ sent: '' })}\n\nSunday, March 1, 2009\n\nText.`);

    expect(email?.createdAt).toBeNull();
  });
});

describe('threads', () => {
  const thread = `${header({ subject: 'Fw: Quays' })}

Please print.

     Original Message ----
From: Quill, Adam <quill©example.corn>
To: Marsh, Ellen P; 'Pilot' <pilot@example.org>
Cc: Harbour Master
Sent: Mon Mar 02 12:42:49 2009
Subject: Quays

Which quay?

From: Harbour Master [mailto:
Sent: Monday, March 02, 2009 09:15 AM
To: a@example.org, b@example.org
Subject: Quays

The northern one.`;

  it('are divided into messages, outermost first, that lie in the text', () => {
    const email = read(thread);
    const messages = email?.messages ?? [];

    expect(
      messages.map(({ from, to, cc, sentAt, subject }) => ({ from, to, cc, sentAt, subject })),
    ).toEqual([
      {
        from: 'Marsh, Ellen P <MarshEP@state.gov>',
        to: ['Quill, Adam'],
        cc: [],
        sentAt: '2009-03-02T17:37',
        subject: 'Fw: Quays',
      },
      {
        from: 'Quill, Adam <quill©example.corn>',
        to: ['Marsh, Ellen P', "'Pilot' <pilot@example.org>"],
        cc: ['Harbour Master'],
        sentAt: '2009-03-02T12:42',
        subject: 'Quays',
      },
      {
        from: 'Harbour Master [mailto:',
        to: ['a@example.org', 'b@example.org'],
        cc: [],
        sentAt: '2009-03-02T09:15',
        subject: 'Quays',
      },
    ]);
    expect(
      messages.map(({ start, end }) => email?.text.slice(start, end).split('\n').at(-1)),
    ).toEqual(['Please print.', 'Which quay?', 'The northern one.']);
    expect(email?.text.slice(messages[1]?.start)).toMatch(/^Original Message/);
    expect(email?.passages.map(({ start, end }) => email.text.slice(start, end))).toEqual([
      'Please print.',
      'Which quay?',
      'The northern one.',
    ]);
  });

  it('whose outermost header is lost do not take the date of the message they pass on', () => {
    const email = read(thread.slice(thread.indexOf('Please print.')));

    expect(email).toMatchObject({ kind: 'EMAIL', createdAt: null, author: null });
    expect(email?.messages).toHaveLength(3);
    expect(email?.warnings).toContainEqual(
      expect.objectContaining({ code: 'date-missing', field: 'createdAt' }),
    );
  });

  it('may have a list of addressees cut by a page break', () => {
    const first = `${header({})}\n\nText.\n\nFrom: Quill, Adam\nTo: Marsh, Ellen P; Harbour Master; The Second Harbour Master; Pilot <pilot@example.org>;`;

    const email = read(
      first,
      '<third@example.org>; Fourth\nSent: Mon Mar 02 12:42:49 2009\nSubject: Quays\n\nText.',
    );

    expect(email?.messages[1]).toMatchObject({
      from: 'Quill, Adam',
      sentAt: '2009-03-02T12:42',
      subject: 'Quays',
    });
    expect(email?.messages[1]?.to).toHaveLength(6);
  });
});
