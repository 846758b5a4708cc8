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

describe('a whole cable', () => {
  test('gives every field of its head', () => {
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

  test('keeps its text letter for letter, from the transmission header to the signature', () => {
    const input = `\n\n${cable({ body: '1.  (C)  Russia,s  view \n\tdid n\note it. \n' })}\n\n`;

    expect(readOne(input).text).toBe(input.trim());
  });
});

describe('the reference', () => {
  test.each([
    ['C O N F I D E N T I A L LA PAZ 000412', '07LAPAZ412'],
    ['C O N F I D E N T I A L SECTION 01 OF 02 LA PAZ ', '07LAPAZ412'],
    ['C O N F I D E N T I A L LA PAZ 020412', '07LAPAZ20412'],
    ['C O N F I D E N T I A L SCTION 01 OF 02 LA PAZ 000412', '07LAPAZ412'],
    ['UNCLAS E F T O LA PAZ 000412', '07LAPAZ412'],
    ['C O N F I D E N T I A L LA PZ 000412', '07LAPAZ412'],
    ['C O N F I D E N T I A L SECTION 01 OF 02 ROME 000999', '07LAPAZ412'],
  ])('of the opening line %j is %s', (opening, reference) => {
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
  ])('of %s is named as in its text', (from, opening, reference, origin) => {
    const document = readOne(cable({ from, opening: `\n${opening}` }));

    expect([document.reference, document.origin]).toEqual([reference, origin]);
  });

  test('of another post than the sender is the header’s, with a warning', () => {
    const input = cable({ opening: '\nS E C R E T SECTION 01 OF 02 ROME 000999' });

    expect(codes(input)).toContain('post-differs');
  });

  test('of a text without a header and without a year is null, with a warning', () => {
    const input = cable({ routing: null, dateTime: null, from: null, to: null });

    const document = readOne(input);

    expect(document.reference).toBeNull();
    expect(document.createdAt).toBeNull();
    expect(codes(input)).toEqual(
      expect.arrayContaining(['reference-missing', 'date-missing', 'author-missing']),
    );
  });

  test('takes the number from a page header when the opening line has none', () => {
    const body = '1. (C) One. \n \nLA PAZ 00020412  002 OF 002 \n \n2. (C) Two.';

    expect(
      readOne(cable({ opening: '\nS E C R E T SECTION 01 OF 02 LA PAZ', body })).reference,
    ).toBe('07LAPAZ20412');
  });
});

describe('the date', () => {
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
  ])('of %j is %s', (dateTime, createdAt) => {
    expect(readOne(cable({ dateTime })).createdAt).toBe(createdAt);
  });

  test('that cannot be is taken from the day of the year, with a warning', () => {
    const input = cable({ dateTime: 'O 311130Z FEB 07' });

    expect(readOne(input).createdAt).toBe('2007-03-15T11:30Z');
    expect(codes(input)).toContain('date-repaired');
  });

  test('that cannot be and has no other witness is null, with a warning', () => {
    const input = cable({ routing: null, dateTime: 'O 312530Z FEB 07' });

    expect(readOne(input).createdAt).toBeNull();
    expect(readOne(input).reference).toBe('07LAPAZ412');
    expect(codes(input)).toContain('date-impossible');
  });
});

describe('the classification', () => {
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
  ])('of %j with caption %j is %s', (words, caption, classification) => {
    const input = cable({
      opening: `\n${words} LA PAZ 000412`,
      captions: `\nSIPDIS\n${caption}\n`,
    });

    const document = readOne(input);

    expect([document.classification, document.reference]).toEqual([classification, '07LAPAZ412']);
  });

  test('that the text lacks is the transmission header’s, with a warning', () => {
    const input = cable({ opening: null });

    expect(readOne(input).classification).toBe('CONFIDENTIAL');
    expect(codes(input)).toContain('classification-from-header');
  });

  test('is not taken from prose that begins with its word', () => {
    const body = '1. (C) They kept it\nSecret meetings in 2006 were denied.';

    expect(readOne(cable({ opening: '\nUNCLAS LA PAZ 000412', body })).classification).toBe(
      'UNCLASSIFIED',
    );
  });
});

describe('the addressees', () => {
  test('are named without routing, precedence and serial', () => {
    const to =
      'TO RUEHC/SECSTATE WASHDC NIACT IMMEDIATE 1026\nINFO ARAB ISRAELI COLLECTIVE PRIORITY\nRUEHLP/AMEMBASSY LIMA NOV 5017';

    expect(readOne(cable({ to })).addressees).toEqual([
      { name: 'SECSTATE WASHDC', role: 'ADDRESSEE' },
      { name: 'ARAB ISRAELI COLLECTIVE', role: 'COPY' },
      { name: 'AMEMBASSY LIMA', role: 'COPY' },
    ]);
  });
});

describe('a damaged header', () => {
  test.each([
    ['says its date twice', { dateTime: 'O 151130Z MAR 07\nO 151130Z MAR 07' }],
    ['names its sender twice', { from: 'FM AMEMBASSY LA PAZ\nFM AMEMBASSY LA PAZ' }],
    ['names its sender first', { dateTime: null, from: 'FM AMEMBASSY LA PAZ\nO 151130Z MAR 07' }],
    ['has an unreadable line in it', { dateTime: 'x y z\n\nO 151130Z MAR 07' }],
  ])('that %s is read all the same', (_, parts) => {
    const documents = readCable(cable({ opening: '\nS E C R E T LA PAZ', ...parts }));

    expect(documents.map((one) => [one.reference, one.createdAt, one.origin])).toEqual([
      ['07LAPAZ412', '2007-03-15T11:30Z', 'Embassy La Paz'],
    ]);
  });
});

describe('input that is no cable', () => {
  test.each(['', '\n\n', 'null', '-----', '1.', 'SUBJECT:'])(
    'such as %j gives one document',
    (input) => {
      const document = readOne(input);

      expect(document.reference).toBeNull();
      expect(document.text).toBe(input.trim());
    },
  );
});
