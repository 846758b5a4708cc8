import { describe, expect, it } from 'vitest';
import { readReleasedPaper } from '#src/ingest/released-papers/read-released-paper.ts';
import { header, paper } from '../build-paper.ts';

const read = (...pages: readonly string[]) => readReleasedPaper(paper(...pages))[0];
const indent = ' '.repeat(34);

describe('the outermost header of an email', () => {
  it('is read with an empty To line', () => {
    const email = read(`${header({ to: '' })}\n\nText.`);

    expect(email?.addressees).toEqual([]);
    expect(email?.title).toBe('Harbour talks');
    expect(email?.warnings.map((warning) => warning.code)).toContain('addressees-missing');
  });

  it('is read with an empty subject', () => {
    const email = read(`${header({ subject: '' })}\n\nText.`);

    expect(email?.title).toBeNull();
    expect(email?.warnings.map((warning) => warning.code)).toContain('title-missing');
    expect(email?.text.endsWith('\n\nText.')).toBe(true);
  });

  it('is read with values on the lines above their labels', () => {
    const valuesAbove = [
      `${indent}Marsh, Ellen P`,
      'From:',
      `${indent}Monday, March 2, 2009 5:37 PM`,
      'Sent:',
      'To:                               Quill, Adam',
      'Subject:                          Quays',
    ].join('\n');

    const email = read(`${valuesAbove}\n\nText.`);

    expect(email).toMatchObject({
      author: 'Marsh, Ellen P',
      createdAt: '2009-03-02T17:37',
      addressees: [{ name: 'Quill, Adam', role: 'ADDRESSEE' }],
      title: 'Quays',
    });
  });

  it('is read with the date on the line below its label', () => {
    const dateBelow = [
      'From:                             Marsh, Ellen P',
      'Sent:',
      `${indent}Monday, March 2, 2009 5:37 PM`,
      'To:',
      'Subject:                          Quays',
    ].join('\n');

    expect(read(`${dateBelow}\n\nText.`)).toMatchObject({
      createdAt: '2009-03-02T17:37',
      addressees: [],
    });
  });

  it.each([
    [
      'labels without colons',
      (text: string) => text.replace('Subject:', 'Subject ').replace('Sent:', 'Sent '),
    ],
    ['no colons', (text: string) => text.replaceAll(/^(\w+):/gm, '$1 ')],
    ['a semicolon instead of a colon', (text: string) => text.replace('Sent:', 'Sent;')],
    [
      'misread labels',
      (text: string) => text.replace('From:', 'Frorn:').replace('Subject:', 'Subjec:'),
    ],
    ['blank lines between its fields', (text: string) => text.replaceAll('\n', '\n\n')],
  ])('is read with %s', (_, damage) => {
    expect(read(`${damage(header({}))}\n\nText.`)).toMatchObject({
      author: 'Marsh, Ellen P <MarshEP@state.gov>',
      createdAt: '2009-03-02T17:37',
      title: 'Harbour talks',
    });
  });

  it('is read without a sender', () => {
    const withoutSender = header({}).split('\n').slice(1).join('\n');

    expect(read(`${withoutSender}\n\nText.`)).toMatchObject({
      author: null,
      createdAt: '2009-03-02T17:37',
    });
  });

  it('is read with a date without a label, and a warning', () => {
    const unlabelled = header({}).replace('Sent: ', '      ');

    const email = read(`${unlabelled}\n\nText.`);

    expect(email?.createdAt).toBe('2009-03-02T17:37');
    expect(email?.warnings.map((warning) => warning.code)).toContain('date-unlabelled');
  });

  it('is read with a subject wrapped into the value column', () => {
    const email = read(`${header({})}\n${indent}about the northern quay\n\nText.`);

    expect(email?.title).toBe('Harbour talks about the northern quay');
  });

  it('causes a warning for an unreadable date and for a weekday that does not match the date', () => {
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

describe('the date of an email', () => {
  it.each(['Monday, March 2, 2090 5:37 PM', 'Friday, March 2, 1909 5:37 PM'])(
    'is null, with a warning, if out of range: %s',
    (sent) => {
      const email = read(`${header({ sent })}\n\nText.`);

      expect(email?.createdAt).toBeNull();
      expect(email?.warnings.map((warning) => warning.code)).toContain('date-impossible');
    },
  );

  it('is not taken from the text if the header has none', () => {
    const email = read(`${header({ sent: '' })}\n\nSunday, March 1, 2009\n\nText.`);

    expect(email?.createdAt).toBeNull();
  });
});

describe('an email thread', () => {
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

  it('is divided into messages, outermost first, with their offsets in the text', () => {
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

  it('without its outermost header does not take the date of a forwarded message', () => {
    const email = read(thread.slice(thread.indexOf('Please print.')));

    expect(email).toMatchObject({ kind: 'EMAIL', createdAt: null, author: null });
    expect(email?.messages).toHaveLength(3);
    expect(email?.warnings).toContainEqual(
      expect.objectContaining({ code: 'date-missing', field: 'createdAt' }),
    );
  });

  it('is read when a page break cuts a list of addressees', () => {
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
