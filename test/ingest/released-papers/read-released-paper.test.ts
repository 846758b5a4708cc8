import { describe, expect, it } from 'vitest';
import { readReleasedPaper } from '#src/ingest/released-papers/read-released-paper.ts';
import { header, paper, STAMP } from './build-paper.ts';

const codesOf = (input: string): readonly string[] =>
  readReleasedPaper(input)[0]?.warnings.map((warning) => warning.code) ?? [];

describe('the stamps of a released paper', () => {
  it('yield reference, case number, release date and current classification', () => {
    const [email] = readReleasedPaper(paper(`${header({})}\n\nSee you at the pier.`));

    expect(email).toMatchObject({
      format: 'email',
      kind: 'EMAIL',
      reference: 'C05123456',
      caseNumber: 'F-2013-11111',
      releasedAt: '2014-04-30',
      release: 'FOIA',
      classification: 'UNCLASSIFIED',
      origin: 'U.S. Department of State',
      language: 'en',
    });
    expect(email?.text).toBe(`${header({})}\n\nSee you at the pier.`);
    expect(email?.furniture.filter((item) => item.kind === 'page-stamp')).toHaveLength(2);
  });

  it('are kept unchanged in the furniture', () => {
    const [email] = readReleasedPaper(paper('Text.'));

    expect(email?.furniture[0]).toEqual({ kind: 'page-stamp', text: STAMP, line: 1 });
  });

  it.each([
    ['CO5123456', 'a letter O'],
    ['C0 5123456', 'a space'],
    ['C05l23456', 'a letter l'],
    ['COSI23456', 'letters S and I'],
    ['005123456', 'a zero for the C'],
    ['05123456', 'no C'],
  ])('yield the correct reference for the scanning error %s (%s)', (written) => {
    const [email] = readReleasedPaper(paper('Text.').replaceAll('C05123456', written));

    expect(email?.reference).toBe('C05123456');
    expect(email?.warnings.map((warning) => warning.code)).toContain('reference-repaired');
  });

  it('that disagree yield the most frequent reference and a warning with the line of the other', () => {
    const [email] = readReleasedPaper(
      paper('Page one.', 'Page two.').replace('C05123456', 'C05999999'),
    );

    expect(email?.reference).toBe('C05123456');
    expect(email?.warnings).toContainEqual({
      code: 'stamps-disagree',
      field: 'reference',
      message: 'Stamps disagree: most read C05123456, line 1 reads C05999999.',
      line: 1,
    });
  });

  it('are read from several lines, beside the banner of another body', () => {
    const broken = [
      'UNCLASSIFIED                  STATE DEPT. - PRODUCED TO A COMMITTEE',
      'U.S. Department of State      SUBJECT TO AGREEMENT ON SENSITIVE INFORMATION. NO FOIA WAIVER.',
      'Case No. F-2013-11111',
      'Doc No. C05123456',
      'Date: 04/30/2014              STATE-ABC0012345',
      '',
      header({}),
      '',
      'The tide is out.',
    ].join('\n');

    const [email] = readReleasedPaper(broken);

    expect(email).toMatchObject({
      reference: 'C05123456',
      caseNumber: 'F-2013-11111',
      releasedAt: '2014-04-30',
      classification: 'UNCLASSIFIED',
      createdAt: '2009-03-02T17:37',
    });
    expect(email?.text).toBe(`${header({})}\n\nThe tide is out.`);
  });

  it('yield a document even if the paper is otherwise blank', () => {
    const [email] = readReleasedPaper(paper(''));

    expect(email).toMatchObject({
      reference: 'C05123456',
      text: '',
      kind: 'OTHER',
      createdAt: null,
    });
    expect(email?.warnings.map((warning) => warning.code)).toContain('text-empty');
  });

  it('determine the classification, whatever a banner inside the paper states', () => {
    const [email] = readReleasedPaper(
      paper(`${header({})}\n\n             SECRET\n\nThe tide is out.`),
    );

    expect(email?.classification).toBe('UNCLASSIFIED');
    expect(email?.furniture).toContainEqual({ kind: 'caption', text: 'SECRET', line: 9 });
    expect(email?.text).not.toContain('SECRET');
  });
});

describe('release marks and exemption codes', () => {
  const far = ' '.repeat(70);

  it.each([
    ['on one line', `${far}RELEASE IN PART B5,B6`, 'RELEASE IN PART B5,B6'],
    [
      'with codes on the next line',
      `${far}RELEASE IN PART\n${far}B1,1.4(B),B6`,
      'RELEASE IN PART B1,1.4(B),B6',
    ],
    ['split after IN', `${far}RELEASE IN\n${far}PART B6`, 'RELEASE IN PART B6'],
    ['split before IN', `${far}RELEASE\n\n  logo${far}IN FULL`, 'RELEASE IN FULL'],
    ['without codes', `${far}RELEASE IN FULL`, 'RELEASE IN FULL'],
  ])('are read if written %s', (_, mark, expected) => {
    const [email] = readReleasedPaper(paper(`${mark}\n\n${header({})}\n\nText.`));

    expect(email?.handling).toEqual([expected]);
    expect(email?.text).not.toMatch(/RELEASE|IN FULL|PART/);
    expect(email?.createdAt).toBe('2009-03-02T17:37');
  });

  it('become furniture in the right margin and on separate lines', () => {
    const body = `The pilot said no.${far}B5\n${far}1.4(D)\n${far}1. (B)\nThen he left.`;

    const [email] = readReleasedPaper(paper(`${header({})}\n\n${body}`));

    expect(email?.text.endsWith('The pilot said no.\nThen he left.')).toBe(true);
    expect(
      email?.furniture.filter((item) => item.kind === 'exemption-code').map((item) => item.text),
    ).toEqual(['B5', '1.4(D)', '1. (B)']);
  });

  it('cause a warning if the release mark is missing', () => {
    expect(codesOf(paper('Text.'))).toContain('handling-missing');
  });

  it('are removed with a reviewer’s note that is interleaved with the header', () => {
    const top = [
      'From:                             Ellen <ellen@example.org>',
      '                                                                 Classified by DAS, A/GIS, DoS on 11/30/2015 — Class:',
      'Sent:                             Monday, March 2, 2009 8:22 AM',
      '                                                                 CONFIDENTIAL — Reason: 1.4(B) — Declassify',
      "To:                               'quill@example.org'            on: 03/02/2024",
      'Subject:                          Re:',
    ].join('\n');

    const [email] = readReleasedPaper(paper(`${top}\n\nAgreed.`));

    expect(email).toMatchObject({
      createdAt: '2009-03-02T08:22',
      author: 'Ellen <ellen@example.org>',
      addressees: [{ name: "'quill@example.org'", role: 'ADDRESSEE' }],
      title: 'Re:',
      classification: 'UNCLASSIFIED',
    });
    expect(email?.text).not.toContain('Declassify');
  });
});

describe('the pages of a released paper', () => {
  it('are joined where a page break cuts a paragraph and separated elsewhere', () => {
    const cut =
      'The harbour master told the delegation that the northern quay would stay closed and that the';
    const first = `${header({})}\n\n${cut}\n                              12`;

    const [email] = readReleasedPaper(
      paper(first, 'pilots knew.\n\nNothing else was said.', 'They left.'),
    );

    expect(email?.text).toContain(`${cut}\npilots knew.`);
    expect(email?.text).toContain('Nothing else was said.\n\nThey left.');
    expect(email?.furniture).toContainEqual({ kind: 'page-number', text: '12', line: 10 });
  });

  it('keep a number in the middle of a page', () => {
    const [email] = readReleasedPaper(paper('Boats at anchor:\n\n12\n\nBoats at sea: few.'));

    expect(email?.text).toContain('\n\n12\n\n');
  });
});

describe('a released paper other than an email', () => {
  const memo =
    'March 3, 2009\n\nFor: Adam\nFrom: Ellen\nRe: The northern quay\n\n     1. The quay is shut.\n     2. (SBU) Nobody knows why.';

  it('yields date, author, addressee and numbered paragraphs of a memo', () => {
    const [document] = readReleasedPaper(paper(`          CONFIDENTIAL\n\n          ${memo}`));

    expect(document).toMatchObject({
      kind: 'MEMORANDUM',
      createdAt: '2009-03-03',
      author: 'Ellen',
      addressees: [{ name: 'Adam', role: 'ADDRESSEE' }],
      title: 'The northern quay',
      messages: [],
    });
    expect(document?.passages.map(({ number, marking }) => [number, marking])).toEqual([
      [null, null],
      [null, null],
      [1, null],
      [2, 'SBU'],
    ]);
  });

  it('yields no separate message for a memo pasted into an email', () => {
    const [email] = readReleasedPaper(paper(`${header({})}\n\n${memo}`));

    expect(email?.messages).toHaveLength(1);
    expect(email).toMatchObject({ kind: 'EMAIL', createdAt: '2009-03-02T17:37' });
  });

  it('yields author, headline and date of a press cutting', () => {
    const cutting =
      'The Gazette\nNorthern Quay Shut\nBy Rosa Lind\nSunday, March 1, 2009\n\nThe quay is shut.';

    expect(readReleasedPaper(paper(cutting))[0]).toMatchObject({
      kind: 'OTHER',
      title: 'Northern Quay Shut',
      author: 'Rosa Lind',
      createdAt: '2009-03-01',
    });
  });

  it('is classified as a letter, a cable or another document', () => {
    const letter =
      'March 3, 2009\n\nDear Mr. Quill:\n\nThank you for the map.\n\nSincerely,\nEllen';
    const cable =
      'O 031637Z MAR 09\nFM AMEMBASSY LISBON\nTO SECSTATE WASHDC IMMEDIATE 1234\n\nUNCLAS LISBON 000123\n\nE.O. 12958: N/A\nTAGS: PREL, PO\nSUBJECT: THE QUAY\n\n1. The quay is shut.';

    expect(readReleasedPaper(paper(letter))[0]).toMatchObject({
      kind: 'LETTER',
      createdAt: '2009-03-03',
    });
    expect(readReleasedPaper(paper(cable))[0]?.kind).toBe('CABLE');
    expect(readReleasedPaper(paper('A page about quays.'))[0]).toMatchObject({
      kind: 'OTHER',
      createdAt: null,
    });
  });
});

describe('a field missing from a released paper', () => {
  it('is null or empty, with a warning that has a line number', () => {
    const [document] = readReleasedPaper('Nothing to see.');

    expect(document).toMatchObject({ reference: null, classification: null, createdAt: null });
    expect(document?.warnings.map(({ field, line }) => [field, line])).toEqual([
      ['reference', 1],
      ['handling', 1],
      ['caseNumber', 1],
      ['releasedAt', 1],
      ['classification', 1],
      ['createdAt', 1],
      ['title', 1],
      ['author', 1],
      ['addressees', 1],
      ['origin', 1],
    ]);
  });
});
