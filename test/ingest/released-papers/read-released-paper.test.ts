import { describe, expect, it } from 'vitest';
import { readReleasedPaper } from '#src/ingest/released-papers/read-released-paper.ts';
import { header, paper, STAMP } from './build-paper.ts';

const codesOf = (input: string): readonly string[] =>
  readReleasedPaper(input)[0]?.warnings.map((warning) => warning.code) ?? [];

describe('the stamps of a released paper', () => {
  it('give reference, case, release date and present classification', () => {
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

  it.each([
    ['CO5123456', 'a letter O'],
    ['C0 5123456', 'a space'],
    ['C05l23456', 'a letter l'],
    ['COSI23456', 'letters S and I'],
    ['005123456', 'a zero for the C'],
    ['05123456', 'no C'],
  ])('are repaired where a scanner left %s (%s)', (written) => {
    const [email] = readReleasedPaper(paper('Text.').replaceAll('C05123456', written));

    expect(email?.reference).toBe('C05123456');
    expect(email?.warnings.map((warning) => warning.code)).toContain('reference-repaired');
  });

  it('that disagree are counted, and the odd one is told with its line', () => {
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

  it('are read with their parts on lines of their own, beside another body’s banner', () => {
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

  it('are all there is on a blank paper, which is still a document', () => {
    const [email] = readReleasedPaper(paper(''));

    expect(email).toMatchObject({
      reference: 'C05123456',
      text: '',
      kind: 'OTHER',
      createdAt: null,
    });
    expect(email?.warnings.map((warning) => warning.code)).toContain('text-empty');
  });

  it('do not let a banner inside the paper change the classification', () => {
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
    ['whole', `${far}RELEASE IN PART B5,B6`, 'RELEASE IN PART B5,B6'],
    ['codes below', `${far}RELEASE IN PART\n${far}B1,1.4(B),B6`, 'RELEASE IN PART B1,1.4(B),B6'],
    ['broken after IN', `${far}RELEASE IN\n${far}PART B6`, 'RELEASE IN PART B6'],
    ['broken before IN', `${far}RELEASE\n\n  logo${far}IN FULL`, 'RELEASE IN FULL'],
    ['in full', `${far}RELEASE IN FULL`, 'RELEASE IN FULL'],
  ])('are read %s', (_, mark, expected) => {
    const [email] = readReleasedPaper(paper(`${mark}\n\n${header({})}\n\nText.`));

    expect(email?.handling).toEqual([expected]);
    expect(email?.text).not.toMatch(/RELEASE|IN FULL|PART/);
    expect(email?.createdAt).toBe('2009-03-02T17:37');
  });

  it('are moved out of the right margin and off lines of their own', () => {
    const body = `The pilot said no.${far}B5\n${far}1.4(D)\n${far}1. (B)\nThen he left.`;

    const [email] = readReleasedPaper(paper(`${header({})}\n\n${body}`));

    expect(email?.text.endsWith('The pilot said no.\nThen he left.')).toBe(true);
    expect(
      email?.furniture.filter((item) => item.kind === 'exemption-code').map((item) => item.text),
    ).toEqual(['B5', '1.4(D)', '1. (B)']);
  });

  it('leave a missing mark as a warning', () => {
    expect(codesOf(paper('Text.'))).toContain('handling-missing');
  });

  it('may come with a reviewer’s note wrapped into the header’s columns', () => {
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

describe('pages', () => {
  it('read on where a break cut a paragraph, and stay apart where it did not', () => {
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

  it('keep a number that stands in the middle of a page', () => {
    const [email] = readReleasedPaper(paper('Boats at anchor:\n\n12\n\nBoats at sea: few.'));

    expect(email?.text).toContain('\n\n12\n\n');
  });
});

describe('papers that are no mail', () => {
  const memo =
    'March 3, 2009\n\nFor: Adam\nFrom: Ellen\nRe: The northern quay\n\n     1. The quay is shut.\n     2. (SBU) Nobody knows why.';

  it('a memo has its own date, author, addressee and numbered paragraphs', () => {
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

  it('a memo pasted into a mail is no message of its own', () => {
    const [email] = readReleasedPaper(paper(`${header({})}\n\n${memo}`));

    expect(email?.messages).toHaveLength(1);
    expect(email).toMatchObject({ kind: 'EMAIL', createdAt: '2009-03-02T17:37' });
  });

  it('a cutting has the author and headline above its text', () => {
    const cutting =
      'The Gazette\nNorthern Quay Shut\nBy Rosa Lind\nSunday, March 1, 2009\n\nThe quay is shut.';

    expect(readReleasedPaper(paper(cutting))[0]).toMatchObject({
      kind: 'OTHER',
      title: 'Northern Quay Shut',
      author: 'Rosa Lind',
      createdAt: '2009-03-01',
    });
  });

  it('a letter, a cable and a scanned page are told apart', () => {
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

describe('what is missing', () => {
  it('is null or empty, each with a warning that has a line', () => {
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

  it('stamps stay whole in the furniture', () => {
    const [email] = readReleasedPaper(paper('Text.'));

    expect(email?.furniture[0]).toEqual({ kind: 'page-stamp', text: STAMP, line: 1 });
  });
});
