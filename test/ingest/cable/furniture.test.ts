import { describe, expect, test } from 'vitest';
import { readCable } from '#src/ingest/cable/read-cable.ts';
import { cable } from './build-cable.ts';

function readOne(input: string) {
  const [document] = readCable(input);
  if (!document) throw new Error('no document');
  return document;
}

function codes(input: string): readonly string[] {
  return readOne(input).warnings.map((warning) => warning.code);
}

describe('the cable reader', () => {
  test('separates a web page from the cable and reads the publisher’s metadata', () => {
    const page = [
      '07LAPAZ412, MINISTER WELCOMES THE BRIDGE',
      '',
      'FreeLeaks Link',
      'Reference ID Created Released Classification Origin',
      '07LAPAZ412 2007-03-15 11:30 2011-08-30 01:44 CONFIDENTIAL Embassy La Paz',
      '',
      cable(),
      '',
      'Advertisements',
      'Leave a Reply',
    ].join('\n');

    const document = readOne(page);

    expect(document.text).toBe(cable());
    expect(document.furniture.map((one) => [one.kind, one.line])).toEqual([
      ['web-page', 1],
      ['web-page', 32],
    ]);
    expect([document.releasedAt, document.release, document.origin]).toEqual([
      '2011-08-30T01:44',
      'LEAK',
      'Embassy La Paz',
    ]);
  });

  test('takes the reference of a cable without a header from the publisher’s table', () => {
    const page = [
      'Identifier:\t07LAPAZ412',
      'Created:\t2007-03-15 11:30:00',
      'Classification:\tCONFIDENTIAL',
      'Origin:\tEmbassy La Paz',
      'This record is a partial extract of the original cable.',
      cable({ routing: null, dateTime: null, from: null, to: null }),
    ].join('\n');

    const document = readOne(page);

    expect([document.reference, document.createdAt, document.origin]).toEqual([
      '07LAPAZ412',
      '2007-03-15T11:30',
      'Embassy La Paz',
    ]);
  });

  test('separates an export row that repeats the header', () => {
    const header = cable().split('\n\n')[0] ?? '';
    const rest = cable().split('\n\n').slice(1).join('\n\n');
    const row = `2007-03-15 11:30:00\t07LAPAZ412\tEmbassy La Paz\tCONFIDENTIAL\t07LIMA1\t${header}\t${rest}`;
    const input = `${header}\n\n${row.replaceAll('\n', '\\\n')}`;

    const document = readOne(input);

    expect(document.text).toBe(`${header}\n\n${rest}`);
    expect(document.furniture.map((one) => one.kind)).toEqual([
      'web-page',
      'duplicate-header',
      'line-noise',
    ]);
  });

  test('separates a labelled export block that repeats the header', () => {
    const header = cable().split('\n\n')[0] ?? '';
    const rest = cable().split('\n\n').slice(1).join('\n\n');
    const input = `${header}\n\nid: 1\nrefid: 07LAPAZ412\nheader:\n${header}\n\n--- header ends ---\n\n${rest}\n\n=====CABLE ENDS=====`;

    const document = readOne(input);

    expect(document.reference).toBe('07LAPAZ412');
    expect(document.text.replace(/\s+/g, ' ')).toBe(`${header}\n\n${rest}`.replace(/\s+/g, ' '));
    expect(document.furniture.map((one) => one.kind)).toEqual([
      'web-page',
      'duplicate-header',
      'web-page',
      'web-page',
    ]);
  });

  test('removes page headers and captions from the sentence that they interrupt', () => {
    const body =
      '1. (C) The minister will \n \nLA PAZ 00000412  002 OF 002 \n \nSIPDIS \nopen the bridge.';

    const document = readOne(cable({ body }));

    expect(document.text.replace(/\s+/g, ' ')).toContain('The minister will open the bridge.');
    expect(document.furniture.map((one) => one.text.trim())).toEqual([
      'LA PAZ 00000412  002 OF 002',
      'SIPDIS',
    ]);
    expect(document.handling).toEqual(['SIPDIS']);
  });

  test('removes a page header inside a line and keeps the words around it', () => {
    const body = '1. (C) SEEN IN LA PAZ LA PAZ 00000412 001.2 OF 002 the bridge stands.';

    expect(readOne(cable({ body })).text).toContain('SEEN IN LA PAZ  the bridge stands.');
  });

  test('removes link markup and paragraph signs and keeps readable words', () => {
    const input = cable({
      tags: 'TAGS: [PREL](#) [BL](#)',
      refs: 'REF: A. LIMA 20\n[1](#)B. 06 QUITO 7',
      body: '[1](#)1. (C) One.\n\n[1](#)2. (C) Two.',
    });

    const document = readOne(input);

    expect(document.tags).toEqual(['PREL', 'BL']);
    expect(document.references.map((one) => one.reference)).toEqual(['07LIMA20', '06QUITO7']);
    expect(document.passages.map((one) => one.number)).toEqual([1, 2]);
    expect(document.text).toContain('\n1. (C) One.');
    expect(codes(input)).toContain('paragraph-number-repaired');
  });

  test('decodes numeric entities of printable characters and keeps others with a warning', () => {
    const input = cable({ body: '1. (C) The minister&#8217;s &word8 bridge &#10; &amp no.' });

    expect(readOne(input).text).toContain('The minister’s &word8 bridge &#10; &amp no.');
    expect(codes(input)).toContain('entity-kept');
  });
});

describe('a file with two cables', () => {
  test('becomes two documents that share no text', () => {
    const other = cable({
      routing: 'VZCZCXRO9999\nDE RUEHYY #0033/01 0801200',
      dateTime: 'R 211200Z MAR 08',
      from: 'FM AMCONSUL PERTH',
      opening: '\nUNCLAS PERTH 000033',
      body: '1. Rain fell.',
    });

    const documents = readCable(`${cable()}\n\n\n${other}`);

    expect(
      documents.map((one) => [one.reference, one.classification, one.passages.length]),
    ).toEqual([
      ['07LAPAZ412', 'CONFIDENTIAL', 2],
      ['08PERTH33', 'UNCLASSIFIED', 1],
    ]);
    expect(documents[0]?.text).toBe(cable());
    expect(documents[1]?.text).toBe(other);
  });

  test('becomes two documents even without headers', () => {
    const bare = { routing: null, dateTime: null, from: null, to: null };
    const input = `${cable(bare)}\n\n${cable({ ...bare, opening: '\nSECRET ROME 001234' })}`;

    expect(readCable(input).map((one) => one.classification)).toEqual(['CONFIDENTIAL', 'SECRET']);
  });

  test('is not inferred from a section that repeats the header', () => {
    const second = cable().split('\n\n')[0]?.replace('/01', '/02');
    const body = `1. (C) One\n${second}\n\nC O N F I D E N T I A L SECTION 02 OF 02 LA PAZ 000412\ntwo.`;

    const documents = readCable(cable({ body }));

    expect(documents).toHaveLength(1);
    expect(documents[0]?.furniture.map((one) => one.kind)).toEqual([
      'duplicate-header',
      'page-header',
    ]);
  });
});
