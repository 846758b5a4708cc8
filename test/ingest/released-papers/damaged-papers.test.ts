import { describe, expect, it } from 'vitest';
import { readSource } from '#src/ingest/read-source.ts';
import { header, paper, STAMP } from './build-paper.ts';

const read = (text: string) => readSource(text)[0];
const indent = ' '.repeat(34);

describe('an email header with its labels and values in separate blocks', () => {
  const labels = 'From:\nSent:\nTo:\nSubject:';

  it('yields date, sender, addressee and subject', () => {
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

  it('is read without an addressee', () => {
    const values = ['Marsh, Ellen P', 'Monday, March 2, 2009 5:37 PM', 'Quays'];
    const block = values.map((value) => indent + value).join('\n');

    expect(read(paper(`${labels}\n\n${block}\n\nText.`))).toMatchObject({
      author: 'Marsh, Ellen P',
      createdAt: '2009-03-02T17:37',
      addressees: [],
      title: 'Quays',
    });
  });

  it('takes no values from prose', () => {
    const email = read(paper(`${labels}\n\nThe ferry left on Monday, March 2, 2009 at noon.`));

    expect(email?.createdAt).toBeNull();
    expect(email?.title).toBeNull();
  });
});

describe('a page stamp', () => {
  it.each([
    ['a digit in its classification', STAMP.replace('UNCLASSIFIED', 'UNCLASSIFIE0')],
    ['a misspelled department', STAMP.replace('Department', 'Deparlment')],
    [
      'a misspelled department without full stops',
      STAMP.replace('U.S. Department of', 'US Deparmertf'),
    ],
    ['a document number before it', `C05123456 — ${STAMP}`],
  ])('is read completely despite %s', (_, stamp) => {
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

  it('with a truncated date supplies no release date and does not change the date of the email', () => {
    const stamp = STAMP.replace('04/30/2014', '04/30/2');

    const email = read(`${stamp}\n\n${header({})}\n\nText.\n\n${stamp}\n`);

    expect(email).toMatchObject({ createdAt: '2009-03-02T17:37', releasedAt: null });
    expect(email?.text).not.toContain('04/30');
  });
});

describe('a month name with a misread digit', () => {
  it('is not split into a month and a day', () => {
    const email = read(paper(`${header({ sent: 'Monday, Apri1 20, 2009 5:37 PM' })}\n\nText.`));

    expect(email?.createdAt).toBe('2009-04-20T17:37');
  });
});

describe('a cable released as a paper', () => {
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

  it('takes reference and classification from its stamps and the other fields from its head', () => {
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

  it('names the input line where a missing field was expected', () => {
    const warning = read(paper(cable.replace('SUBJECT: THE BRIDGE\n', '')))?.warnings.find(
      (one) => one.field === 'title',
    );

    expect(warning?.line).toBe(11);
  });

  it('in the newer form takes its date from the date-time group', () => {
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
