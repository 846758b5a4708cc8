import { describe, expect, test } from 'vitest';
import { readSource } from '#src/ingest/read-source.ts';
import { cable } from './build-cable.ts';

/** Reference, date and classification of the first document in a text. */
function facts(input: string) {
  const [document] = readSource(input);
  if (!document) throw new Error('no document');
  const { reference, createdAt, classification } = document;
  return [reference, createdAt, classification];
}

const COMPLETE = ['07LAPAZ412', '2007-03-15T11:30Z', 'CONFIDENTIAL'];

describe('a cable head with joined or split lines', () => {
  test.each([
    ['all its lines joined', cable().replaceAll('\n', ' ')],
    ['the routing on one line', cable().replace('\nDE RUEHXX', ' DE RUEHXX')],
    ['the date on the security line', cable().replace('\nO 151130Z', ' O 151130Z')],
    ['the date on the security line, without a space', cable().replace('\nO 151130Z', 'O 151130Z')],
    ['the sender after the date, without a space', cable().replace('\nFM', 'FM')],
    ['the addressee after the sender, without a space', cable().replace('\nTO', 'TO')],
    ['the date split over two lines', cable().replace('MAR 07', 'MAR\n07')],
    ['the sender split over two lines', cable().replace('AMEMBASSY LA PAZ', 'AMEMBASSY\nLA PAZ')],
    ['the serial number without its slash', cable().replace('#0412/01', '#041201')],
  ])('is read completely with %s', (_, input) => {
    expect(facts(input)).toEqual(COMPLETE);
  });

  test('keeps its text unchanged', () => {
    const input = cable().replaceAll('\n', ' ').trim();

    expect(readSource(input)[0]?.text).toBe(input);
  });
});

describe('a damaged date-time group', () => {
  test.each([
    ['PP 15 1130Z MAR 07', '2007-03-15T11:30Z'],
    ['O 151130ZMAR07', '2007-03-15T11:30Z'],
    ['O 151130Z MAR O7', '2007-03-15T11:30Z'],
    ['O 151130Z MAH 07', '2007-03-15T11:30Z'],
    ['O 51130Z MAR 07', '2007-03-15T11:30Z'],
    ['O 151130Z MIR 07 ZDK', '2007-03-15T11:30Z'],
  ])('reading "%s" yields %s', (dateTime, createdAt) => {
    expect(facts(cable({ dateTime }))[1]).toBe(createdAt);
  });

  test('with five digits and no day of the year yields no date, but the year of the reference', () => {
    const input = cable({ routing: null, dateTime: 'O 51130Z MAR 07' });

    expect(facts(input)).toEqual(['07LAPAZ412', null, 'CONFIDENTIAL']);
  });

  test('without a year yields neither date nor reference', () => {
    const input = cable({ dateTime: 'O 151130Z MAR' });

    expect(facts(input)).toEqual([null, null, 'CONFIDENTIAL']);
    expect(readSource(input)[0]?.warnings.map((one) => one.message)).toContainEqual(
      expect.stringContaining('"LAPAZ 412"'),
    );
  });

  test.each([['O 151130Z MAR'], [null]])(
    'is completed from the publisher’s reference: %j',
    (dateTime) => {
      const input = `Viewing cable 07LAPAZ412\n\n${cable({ dateTime })}`;

      expect(facts(input)).toEqual(COMPLETE);
      expect(readSource(input)[0]?.warnings.map((one) => one.code)).toContain('date-repaired');
    },
  );

  test('missing from the first copy of a header is taken from the second', () => {
    const head = cable().split('\n\n')[0] ?? '';
    const incomplete = head.replace('O 151130Z MAR 07\n', '');

    expect(facts(cable().replace(head, `${incomplete}\n\nheader:\n${head}`))).toEqual(COMPLETE);
  });
});

describe('the post of a cable', () => {
  test.each([
    ['FM AMEMBASSY L PAZ', '\nC O N F I D E N T I A L LA PAZ 000412', '07LAPAZ412'],
    ['FM AMEMBASSY LA\nPAZ', '\nC O N F I D E N T I A L LA PAZ 000412', '07LAPAZ412'],
    ['FM SECSTATL WASHDC', '\nC O N F I D E N T I A L STATE 020412', '07STATE20412'],
    ['FM AMEMBAISY LA PAZ', '\nC O N F I D E N T I A L LA PAZ 000412', '07LAPAZ412'],
    ['FM AMEMBASSY LA PAZ', '\nC O N F I D E N T I A L ZDK LA PAZ 000412', '07LAPAZ412'],
    ['FM AMEMBASSY LA PAZ', '\nC O N F I D E N T I A L QX LA PAZ 000412', '07LAPAZ412'],
    [null, '\nUNCLAS E F T O C O R R E C T E D  C O P Y LA PAZ 000412', '07LAPAZ412'],
    ['FM USMISSION UNESCO PARIS FR', '\nUNCLAS PARIS FR 000412', '07PARISFR412'],
    ['FM RUEHDIR/IRAN RPO DUBAI', '\nUNCLAS RPO DUBAI 000412', '07RPODUBAI412'],
    ['FM USDEL SECRETARY', '\nUNCLAS SECTO 000412', '07SECTO412'],
  ])(
    'with the sender %j and the opening line %j yields the reference %s',
    (from, opening, reference) => {
      const body = '1. (C) The minister came to La Paz.\n\n2. (C) He left La Paz.';

      expect(facts(cable({ from, opening, body }))[0]).toBe(reference);
    },
  );

  test('yields no reference from a shortened serial number, only from the complete number', () => {
    const from = 'FM SECSTATE WASHDC';
    const opening = '\nC O N F I D E N T I A L SECTION 01 OF 02 STATE ';
    const next = 'C O N F I D E N T I A L SECTION 02 OF 02 STATE 020412';

    expect(facts(cable({ from, opening }))[0]).toBeNull();
    expect(facts(cable({ from, opening, body: `1. (C) One.\n\n${next}\n\n2. (C) Two.` }))[0]).toBe(
      '07STATE20412',
    );
  });
});

describe('a cable number that differs between header and text', () => {
  const opening = '\nC O N F I D E N T I A L LA PAZ 000499';

  test.each([
    ['FM AMEMBASSY LA PAZ', '07LAPAZ499'],
    [null, null],
  ])('with the sender %j yields the reference %j and a warning', (from, reference) => {
    const input = cable({ opening, from });

    expect(facts(input)[0]).toBe(reference);
    expect(readSource(input)[0]?.warnings.map((one) => one.code)).toContain('number-differs');
  });
});

describe('the classification of a cable', () => {
  test.each([
    ['S E C R E T N O F O R N LA PAZ 000412', 'SIPDIS', 'SECRET//NOFORN'],
    ['S E C R E T//NF LA PAZ 000412', 'SIPDIS', 'SECRET//NOFORN'],
    ['S E C R E T LA PAZ 000412', 'NOFORN SIPDIS STATE FOR WHA', 'SECRET//NOFORN'],
    ['S E C R E T LA PAZ 000412', '*** NOFORN ***', 'SECRET//NOFORN'],
    ['S E C R E T LA PAZ 000412', 'STATE FOR WHA/AND', 'SECRET'],
    ['UNCLAS E F T O LA PAZ 000412', 'SIPDIS', 'UNCLASSIFIED//FOR OFFICIAL USE ONLY'],
    ['UNCLAS LA PAZ 000412', 'SENSITIVE SIPDIS', 'UNCLASSIFIED//FOR OFFICIAL USE ONLY'],
    ['UNLCAS SECTION 01 OF 02 LA PAZ 000412', 'SIPDIS', 'UNCLASSIFIED'],
    ['CONFIDENTAIL LA PAZ 000412', 'SIPDIS', 'CONFIDENTIAL'],
  ])('with the opening line %j and the caption %j is %s', (opening, caption, classification) => {
    const input = cable({ opening: `\n${opening}\n`, captions: `${caption}\n` });

    expect(facts(input)).toEqual(['07LAPAZ412', '2007-03-15T11:30Z', classification]);
  });
});

describe('publisher metadata of a cable without a header', () => {
  const text = cable({ routing: null, dateTime: null, from: null, to: null }).trim();
  test.each([
    ['a quoted row', `"12","3/15/2007 11:30","07LAPAZ412","Embassy La Paz","CONFIDENTIAL","","`],
    [
      'a quoted row on the first line of the text',
      `"12","3/15/2007 11:30","07LAPAZ412","","CONFIDENTIAL","`,
    ],
    ['a date in words', 'Cable: 07LAPAZ412\nCreated: Thu, 15 Mar 2007 11:30 UTC\n\n'],
    ['a date without a time', 'Reference ID: 07LAPAZ412\nDate: 2007-03-15\n\n'],
    [
      'a table with a line for each value',
      'Reference ID\tCreated\tClassification\n07LAPAZ412\n2007-03-15 11:30\nCONFIDENTIAL\n\n',
    ],
  ])('is read from %s', (name, above) => {
    const [reference, createdAt, classification] = facts(
      name === 'a quoted row' ? `${above}\n${text}"` : above + text,
    );

    expect([reference, createdAt?.slice(0, 10), classification]).toEqual([
      '07LAPAZ412',
      '2007-03-15',
      'CONFIDENTIAL',
    ]);
  });
});
