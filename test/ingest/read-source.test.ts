import { describe, expect, it } from 'vitest';
import { readSource } from '#src/ingest/read-source.ts';
import { header, paper } from './released-papers/build-paper.ts';

const cable =
  'O 031637Z MAR 09\nFM AMEMBASSY LISBON\nTO SECSTATE WASHDC IMMEDIATE 1234\n\nUNCLAS LISBON 000123\n\nE.O. 12958: N/A\nTAGS: PREL, PO\nSUBJECT: THE QUAY\n\n1. The quay is shut.\n';
const prose =
  'The harbour council voted on Tuesday to close the northern quay until the dredging is finished, which the fleet called premature.';
const news = `Northern Quay Shut\nBy Rosa Lind\nMarch 1, 2009\n\n${prose}\n\n${prose}`;
const formats = (input: string) => readSource(input).map((document) => document.format);

describe('the format of a source', () => {
  it('is detected from its content', () => {
    expect(formats(cable)).toEqual(['cable']);
    expect(formats(paper(`${header({})}\n\nText.`))).toEqual(['email']);
    expect(formats(`${header({})}\n\nText without any stamp.`)).toEqual(['email']);
    expect(formats(news)).toEqual(['news']);
    expect(formats('A shopping list: rope, tar.')).toEqual(['unknown']);
  });

  it('is that of a released paper for a cable between release stamps', () => {
    expect(readSource(paper(cable))).toMatchObject([
      { format: 'email', kind: 'CABLE', reference: 'C05123456' },
    ]);
  });

  it('is detected inside a web page, whose scripts and tags become furniture', () => {
    const [inPage] = readSource(
      `<html><body><script>x()</script><pre>${cable}</pre></body></html>`,
    );
    const [plain] = readSource(cable);

    expect(inPage).toMatchObject({
      format: 'cable',
      reference: plain?.reference,
      text: plain?.text,
    });
    expect(inPage?.furniture.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['web-page', 'markup']),
    );
  });
});

describe('a text of unknown format', () => {
  it('becomes one document with the whole text, its paragraphs and a warning', () => {
    const text = 'Rope and tar.\n\nThe boats are in the bay.\n';

    const [document, ...more] = readSource(text);

    expect(more).toEqual([]);
    expect(document).toMatchObject({ format: 'unknown', kind: 'OTHER', text, reference: null });
    expect(document?.passages.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Rope and tar.',
      'The boats are in the bay.',
    ]);
    expect(document?.warnings[0]).toMatchObject({
      code: 'format-unknown',
      field: 'format',
      line: 1,
    });
  });
});

describe('the source reader', () => {
  it.each(['', ' \n\t\r\n', '\u{FEFF}', '\f\f'])(
    'returns no document for white space (%j)',
    (input) => {
      expect(readSource(input)).toEqual([]);
    },
  );

  it('ignores the style of line breaks and a byte order mark', () => {
    const source = paper(`${header({})}\n\nText.`, 'More text.');
    const expected = readSource(source);

    expect(readSource(source.replaceAll('\n', '\r\n'))).toEqual(expected);
    expect(readSource(source.replaceAll('\n', '\r'))).toEqual(expected);
    expect(readSource(`\u{FEFF}${source}`)).toEqual(expected);
  });

  it('replaces characters that the store cannot hold by U+FFFD, with a warning', () => {
    const [document] = readSource('One.\nTwo\0\u{D800}.');

    expect(document?.text).toBe('One.\nTwo\u{FFFD}\u{FFFD}.');
    expect(document?.warnings[0]).toMatchObject({
      code: 'unstorable-character-replaced',
      field: 'text',
      line: 2,
    });
  });
});
