import { describe, expect, it } from 'vitest';
import { readSource } from '#src/ingest/read-source.ts';
import { header, paper, STAMP } from './build-paper.ts';

const read = (text: string) => readSource(text)[0];
const indent = ' '.repeat(34);

describe('a header whose labels and values stand in blocks of their own', () => {
  const labels = 'From:\nSent:\nTo:\nSubject:';

  it('has its date, sender, addressee and subject', () => {
    const values = ['Marsh, Ellen P', 'Monday, March 2, 2009 5:37 PM', 'Quill, Adam', 'Quays'];
    const block = values.map((value) => indent + value).join('\n');

    const email = read(paper(`${labels}\n\n${block}\n\nText.`));

    expect(email).toMatchObject({
      kind: 'EMAIL',
      author: 'Marsh, Ellen P',
      createdAt: '2009-03-02T17:37',
      addressees: [{ name: 'Quill, Adam', role: 'ADDRESSEE' }],
      title: 'Quays',
    });
    expect(email?.text.endsWith('\n\nText.')).toBe(true);
  });

  it('may have lost its addressee', () => {
    const values = ['Marsh, Ellen P', 'Monday, March 2, 2009 5:37 PM', 'Quays'];
    const block = values.map((value) => indent + value).join('\n');

    expect(read(paper(`${labels}\n\n${block}\n\nText.`))).toMatchObject({
      author: 'Marsh, Ellen P',
      createdAt: '2009-03-02T17:37',
      addressees: [],
      title: 'Quays',
    });
  });

  it('takes no value from prose', () => {
    const email = read(paper(`${labels}\n\nThe ferry left on Monday, March 2, 2009 at noon.`));

    expect(email?.createdAt).toBeNull();
    expect(email?.title).toBeNull();
  });
});

describe('a page stamp', () => {
  it.each([
    ['a digit in its classification', STAMP.replace('UNCLASSIFIED', 'UNCLASSIFIE0')],
    ['a misread department', STAMP.replace('Department', 'Deparlment')],
    ['a department without its stops', STAMP.replace('U.S. Department of', 'US Deparmertf')],
    ['a number before it', `C05123456 — ${STAMP}`],
  ])('with %s is read whole', (_, stamp) => {
    const email = read(`${stamp}\n\n${header({})}\n\nText.\n\n${stamp}\n`);

    expect(email).toMatchObject({
      reference: 'C05123456',
      caseNumber: 'F-2013-11111',
      classification: 'UNCLASSIFIED',
      createdAt: '2009-03-02T17:37',
      releasedAt: '2014-04-30',
    });
    expect(email?.messages).toHaveLength(1);
  });

  it('whose date the page’s edge cut off is no date of the message', () => {
    const stamp = STAMP.replace('04/30/2014', '04/30/2');

    const email = read(`${stamp}\n\n${header({})}\n\nText.\n\n${stamp}\n`);

    expect(email).toMatchObject({ createdAt: '2009-03-02T17:37', releasedAt: null });
    expect(email?.text).not.toContain('04/30');
  });
});

describe('a month with a digit in it', () => {
  it('is not a month and a day', () => {
    const email = read(paper(`${header({ sent: 'Monday, Apri1 20, 2009 5:37 PM' })}\n\nText.`));

    expect(email?.createdAt).toBe('2009-04-20T17:37');
  });
});

describe('a cable among released papers', () => {
  const cable = [
    'VZCZCXRO1234',
    'DE RUEHXX #0412/01 0741130',
    'ZNY SSSSS ZZH',
    'O 151130Z MAR 07',
    'FM AMEMBASSY LA PAZ',
    'TO SECSTATE WASHDC',
    '',
    'S E C R E T LA PAZ 000412',
    '',
    'SIPDIS',
    '',
    'E.O. 12958: DECL: 03/15/2017',
    'TAGS: PREL, BL',
    'SUBJECT: THE BRIDGE',
    'REF: LA PAZ 400',
    '',
    '1. (S) The bridge opens in May.',
  ].join('\n');

  it('keeps the number and classification of its release and has the rest from its own head', () => {
    expect(read(paper(cable))).toMatchObject({
      format: 'email',
      kind: 'CABLE',
      reference: 'C05123456',
      classification: 'UNCLASSIFIED',
      createdAt: '2007-03-15T11:30Z',
      title: 'THE BRIDGE',
      origin: 'Embassy La Paz',
      author: 'AMEMBASSY LA PAZ',
      addressees: [{ name: 'SECSTATE WASHDC', role: 'ADDRESSEE' }],
      tags: ['PREL', 'BL'],
      references: [{ asWritten: 'LA PAZ 400', reference: '07LAPAZ400' }],
    });
  });

  it('says on which line of the input a field was looked for', () => {
    const warning = read(paper(cable.replace('SUBJECT: THE BRIDGE\n', '')))?.warnings.find(
      (one) => one.field === 'title',
    );

    expect(warning?.line).toBe(11);
  });

  it('of the newer form has the date of its date-time group', () => {
    const telegram = [
      'MRN:           07 LA PAZ 412',
      'Date/DTG:      Mar 15, 2007 / 151130Z MAR 07',
      'From:          AMEMBASSY LA PAZ',
      'Subject:       THE BRIDGE',
    ].join('\n');

    expect(read(paper(telegram))).toMatchObject({
      kind: 'CABLE',
      createdAt: '2007-03-15T11:30Z',
      title: 'THE BRIDGE',
    });
  });
});
