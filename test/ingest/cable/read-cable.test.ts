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

describe('a complete cable', () => {
  test('yields every field of its head', () => {
    const { text, passages, ...fields } = readOne(cable());

    expect(fields).toMatchInlineSnapshot(`
      {
        "addressees": [
          {
            "name": "SECSTATE WASHDC",
            "role": "ADDRESSEE",
          },
          {
            "name": "ANDEAN COLLECTIVE",
            "role": "COPY",
          },
          {
            "name": "AMEMBASSY LONDON",
            "role": "COPY",
          },
        ],
        "author": "AMEMBASSY LA PAZ",
        "caseNumber": null,
        "classification": "CONFIDENTIAL",
        "createdAt": "2007-03-15T11:30Z",
        "enclosedBy": null,
        "format": "cable",
        "furniture": [],
        "handling": [
          "SIPDIS",
        ],
        "kind": "CABLE",
        "language": "en",
        "messages": [],
        "origin": "Embassy La Paz",
        "reference": "07LAPAZ412",
        "references": [],
        "release": "UNKNOWN",
        "releasedAt": null,
        "tags": [
          "PREL",
          "PGOV",
          "BL",
        ],
        "title": "MINISTER WELCOMES THE BRIDGE",
        "warnings": [],
      }
    `);
    expect(passages).toHaveLength(2);
    expect(text).toBe(cable());
  });

  test('keeps its text unchanged from the transmission header to the signature', () => {
    const input = `\n\n${cable({ body: '1.  (C)  Russia,s  view \n\tdid n\note it. \n' })}\n\n`;

    expect(readOne(input).text).toBe(input.trim());
  });
});

describe('the reference of a cable', () => {
  test.each([
    ['C O N F I D E N T I A L LA PAZ 000412', '07LAPAZ412'],
    ['C O N F I D E N T I A L SECTION 01 OF 02 LA PAZ ', '07LAPAZ412'],
    ['C O N F I D E N T I A L LA PAZ 020412', '07LAPAZ20412'],
    ['C O N F I D E N T I A L SCTION 01 OF 02 LA PAZ 000412', '07LAPAZ412'],
    ['UNCLAS E F T O LA PAZ 000412', '07LAPAZ412'],
    ['C O N F I D E N T I A L LA PZ 000412', '07LAPAZ412'],
    ['C O N F I D E N T I A L SECTION 01 OF 02 ROME 000999', '07LAPAZ412'],
  ])('with the opening line %j is %s', (opening, reference) => {
    expect(readOne(cable({ opening: `\n${opening}` })).reference).toBe(reference);
  });

  test.each([
    ['FM SECSTATE WASHDC', 'UNCLAS STATE 120412', '07STATE120412', 'Secretary of State'],
    [
      'FM USMISSION USUN NEW YORK',
      'UNCLAS USUN NEW YORK 000412',
      '07USUNNEWYORK412',
      'USUN New York',
    ],
    ['FM USMISSION USNATO', 'UNCLAS USNATO 000412', '07USNATO412', 'Mission USNATO'],
    ['FM USEU BRUSSELS', 'UNCLAS USEU BRUSSELS 000412', '07USEUBRUSSELS412', 'USEU Brussels'],
    ['FM USMISSION UNVIE VIENNA', 'UNCLAS UNVIE VIENNA 000412', '07UNVIEVIENNA412', 'UNVIE'],
    ['FM AMCONSUL SAO PAULO', 'UNCLAS SAO PAULO 000412', '07SAOPAULO412', 'Consulate Sao Paulo'],
    ['FM USMISSION GENEVA', 'UNCLAS GENEVA 000412', '07GENEVA412', 'Mission Geneva'],
  ])('with the sender "%s" and the opening line "%s" is %s', (from, opening, reference, origin) => {
    const document = readOne(cable({ from, opening: `\n${opening}` }));

    expect([document.reference, document.origin]).toEqual([reference, origin]);
  });

  test('causes a warning if the opening line names another post than the header', () => {
    const input = cable({ opening: '\nS E C R E T SECTION 01 OF 02 ROME 000999' });

    expect(codes(input)).toContain('post-differs');
  });

  test('is null, with a warning, if the text has neither a header nor a year', () => {
    const input = cable({ routing: null, dateTime: null, from: null, to: null });

    const document = readOne(input);

    expect(document.reference).toBeNull();
    expect(document.createdAt).toBeNull();
    expect(codes(input)).toEqual(
      expect.arrayContaining(['reference-missing', 'date-missing', 'author-missing']),
    );
  });

  test('takes its number from a page header if the opening line has none', () => {
    const body = '1. (C) One. \n \nLA PAZ 00020412  002 OF 002 \n \n2. (C) Two.';

    expect(
      readOne(cable({ opening: '\nS E C R E T SECTION 01 OF 02 LA PAZ', body })).reference,
    ).toBe('07LAPAZ20412');
  });
});

describe('the date of a cable', () => {
  test.each([
    ['O 151130Z MAR 07', '2007-03-15T11:30Z'],
    ['O R 151130Z MAR 07', '2007-03-15T11:30Z'],
    ['O P R 151130Z MAR 2007', '2007-03-15T11:30Z'],
    ['O 151130 MAR 07', '2007-03-15T11:30Z'],
    ['O 151130ZMAR07', '2007-03-15T11:30Z'],
    ['o 151130z mar 07', '2007-03-15T11:30Z'],
    ['P 151130Z MAR 07 ZDK CTG 0123', '2007-03-15T11:30Z'],
    ['R 311130Z MAR 79', '1979-03-31T11:30Z'],
    ['O 290000Z FEB 08', '2008-02-29T00:00Z'],
  ])('with the date-time group %j is %s', (dateTime, createdAt) => {
    expect(readOne(cable({ dateTime })).createdAt).toBe(createdAt);
  });

  test('is taken from the day of the year, with a warning, if the date-time group is impossible', () => {
    const input = cable({ dateTime: 'O 311130Z FEB 07' });

    expect(readOne(input).createdAt).toBe('2007-03-15T11:30Z');
    expect(codes(input)).toContain('date-repaired');
  });

  test('is null, with a warning, if the date-time group is impossible and nothing else gives a date', () => {
    const input = cable({ routing: null, dateTime: 'O 312530Z FEB 07' });

    expect(readOne(input).createdAt).toBeNull();
    expect(readOne(input).reference).toBe('07LAPAZ412');
    expect(codes(input)).toContain('date-impossible');
  });
});

describe('the classification of a cable', () => {
  test.each([
    ['C O N F I D E N T I A L', '', 'CONFIDENTIAL'],
    ['CONFIDENTIAL', '', 'CONFIDENTIAL'],
    ['CO N F I D E N T I A L', '', 'CONFIDENTIAL'],
    ['C O N F D E N T I A L', '', 'CONFIDENTIAL'],
    ['SE C R E T', '', 'SECRET'],
    ['S e c r e t', '', 'SECRET'],
    ['S E C R E T', 'NOFORN', 'SECRET//NOFORN'],
    ['C O N F I D E N T I A L // NOFORN', '', 'CONFIDENTIAL//NOFORN'],
    ['UNCLAS', '', 'UNCLASSIFIED'],
    ['UNCLASSIFIED', '', 'UNCLASSIFIED'],
    ['U N C L A S', '', 'UNCLASSIFIED'],
    ['UNCLAS SENSITIVE', '', 'UNCLASSIFIED//FOR OFFICIAL USE ONLY'],
    ['UNCLAS', 'SENSITIVE', 'UNCLASSIFIED//FOR OFFICIAL USE ONLY'],
    ['UNCLASSIFIED//FOR OFFICIAL USE ONLY', '', 'UNCLASSIFIED//FOR OFFICIAL USE ONLY'],
    ['LIMITED OFFICIAL USE', '', 'UNCLASSIFIED//FOR OFFICIAL USE ONLY'],
  ])('with the opening words %j and the caption %j is %s', (words, caption, classification) => {
    const input = cable({
      opening: `\n${words} LA PAZ 000412`,
      captions: `\nSIPDIS\n${caption}\n`,
    });

    const document = readOne(input);

    expect([document.classification, document.reference]).toEqual([classification, '07LAPAZ412']);
  });

  test('is taken from the transmission header, with a warning, if the text has none', () => {
    const input = cable({ opening: null });

    expect(readOne(input).classification).toBe('CONFIDENTIAL');
    expect(codes(input)).toContain('classification-from-header');
  });

  test('is not taken from prose that begins with a classification word', () => {
    const body = '1. (C) They kept it\nSecret meetings in 2006 were denied.';

    expect(readOne(cable({ opening: '\nUNCLAS LA PAZ 000412', body })).classification).toBe(
      'UNCLASSIFIED',
    );
  });
});

describe('the addressees of a cable', () => {
  test('are named without routing, precedence and serial number', () => {
    const to =
      'TO RUEHC/SECSTATE WASHDC NIACT IMMEDIATE 1026\nINFO ARAB ISRAELI COLLECTIVE PRIORITY\nRUEHLP/AMEMBASSY LIMA NOV 5017';

    expect(readOne(cable({ to })).addressees).toEqual([
      { name: 'SECSTATE WASHDC', role: 'ADDRESSEE' },
      { name: 'ARAB ISRAELI COLLECTIVE', role: 'COPY' },
      { name: 'AMEMBASSY LIMA', role: 'COPY' },
    ]);
  });
});

describe('a damaged cable header', () => {
  test.each([
    ['has its date twice', { dateTime: 'O 151130Z MAR 07\nO 151130Z MAR 07' }],
    ['names its sender twice', { from: 'FM AMEMBASSY LA PAZ\nFM AMEMBASSY LA PAZ' }],
    [
      'names its sender before its date',
      { dateTime: null, from: 'FM AMEMBASSY LA PAZ\nO 151130Z MAR 07' },
    ],
    ['contains an unreadable line', { dateTime: 'x y z\n\nO 151130Z MAR 07' }],
  ])('is read if it %s', (_, parts) => {
    const documents = readCable(cable({ opening: '\nS E C R E T LA PAZ', ...parts }));

    expect(documents.map((one) => [one.reference, one.createdAt, one.origin])).toEqual([
      ['07LAPAZ412', '2007-03-15T11:30Z', 'Embassy La Paz'],
    ]);
  });
});

describe('input that is not a cable', () => {
  test.each(['', '\n\n', 'null', '-----', '1.', 'SUBJECT:'])(
    'yields one document without a reference: %j',
    (input) => {
      const document = readOne(input);

      expect(document.reference).toBeNull();
      expect(document.text).toBe(input.trim());
    },
  );
});
