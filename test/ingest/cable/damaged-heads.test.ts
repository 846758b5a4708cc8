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

const WHOLE = ['07LAPAZ412', '2007-03-15T11:30Z', 'CONFIDENTIAL'];

describe('a head whose lines were run together or broken', () => {
  test.each([
    ['all on one line', cable().replaceAll('\n', ' ')],
    ['the routing on one line', cable().replace('\nDE RUEHXX', ' DE RUEHXX')],
    ['the date behind the security line', cable().replace('\nO 151130Z', ' O 151130Z')],
    ['the date glued to the security line', cable().replace('\nO 151130Z', 'O 151130Z')],
    ['the sender glued to the date', cable().replace('\nFM', 'FM')],
    ['the addressee glued to the sender', cable().replace('\nTO', 'TO')],
    ['the date over two lines', cable().replace('MAR 07', 'MAR\n07')],
    ['the sender over two lines', cable().replace('AMEMBASSY LA PAZ', 'AMEMBASSY\nLA PAZ')],
    ['the serial without its slash', cable().replace('#0412/01', '#041201')],
  ])('is read whole with %s', (_, input) => {
    expect(facts(input)).toEqual(WHOLE);
  });

  test('keeps its text letter for letter', () => {
    const input = cable().replaceAll('\n', ' ').trim();

    expect(readSource(input)[0]?.text).toBe(input);
  });
});

describe('a date-time group', () => {
  test.each([
    ['PP 15 1130Z MAR 07', '2007-03-15T11:30Z'],
    ['O 151130ZMAR07', '2007-03-15T11:30Z'],
    ['O 151130Z MAR O7', '2007-03-15T11:30Z'],
    ['O 151130Z MAH 07', '2007-03-15T11:30Z'],
    ['O 51130Z MAR 07', '2007-03-15T11:30Z'],
    ['O 151130Z MIR 07 ZDK', '2007-03-15T11:30Z'],
  ])('"%s" is %s', (dateTime, createdAt) => {
    expect(facts(cable({ dateTime }))[1]).toBe(createdAt);
  });

  test('of five digits without a day of the year is null, and the year still counts', () => {
    const input = cable({ routing: null, dateTime: 'O 51130Z MAR 07' });

    expect(facts(input)).toEqual(['07LAPAZ412', null, 'CONFIDENTIAL']);
  });

  test('without a year gives no date and no reference', () => {
    const input = cable({ dateTime: 'O 151130Z MAR' });

    expect(facts(input)).toEqual([null, null, 'CONFIDENTIAL']);
    expect(readSource(input)[0]?.warnings.map((one) => one.message)).toContainEqual(
      expect.stringContaining('"LAPAZ 412"'),
    );
  });

  test.each([['O 151130Z MAR'], [null]])(
    'reading %j is completed by the publisher’s reference',
    (dateTime) => {
      const input = `Viewing cable 07LAPAZ412\n\n${cable({ dateTime })}`;

      expect(facts(input)).toEqual(WHOLE);
      expect(readSource(input)[0]?.warnings.map((one) => one.code)).toContain('date-repaired');
    },
  );

  test('missing in the first copy of a header is taken from the second', () => {
    const head = cable().split('\n\n')[0] ?? '';
    const lame = head.replace('O 151130Z MAR 07\n', '');

    expect(facts(cable().replace(head, `${lame}\n\nheader:\n${head}`))).toEqual(WHOLE);
  });
});

describe('the post', () => {
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
  ])('sent as %j under %j makes %s', (from, opening, reference) => {
    const body = '1. (C) The minister came to La Paz.\n\n2. (C) He left La Paz.';

    expect(facts(cable({ from, opening, body }))[0]).toBe(reference);
  });

  test('whose number has more digits than a serial needs the whole number', () => {
    const from = 'FM SECSTATE WASHDC';
    const opening = '\nC O N F I D E N T I A L SECTION 01 OF 02 STATE ';
    const next = 'C O N F I D E N T I A L SECTION 02 OF 02 STATE 020412';

    expect(facts(cable({ from, opening }))[0]).toBeNull();
    expect(facts(cable({ from, opening, body: `1. (C) One.\n\n${next}\n\n2. (C) Two.` }))[0]).toBe(
      '07STATE20412',
    );
  });
});

describe('a number that differs between header and text', () => {
  const opening = '\nC O N F I D E N T I A L LA PAZ 000499';

  test.each([
    ['FM AMEMBASSY LA PAZ', '07LAPAZ499'],
    [null, null],
  ])('under the sender %j makes %j, with a warning', (from, reference) => {
    const input = cable({ opening, from });

    expect(facts(input)[0]).toBe(reference);
    expect(readSource(input)[0]?.warnings.map((one) => one.code)).toContain('number-differs');
  });
});

describe('the classification', () => {
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
  ])('of %j with the caption %j is %s', (opening, caption, classification) => {
    const input = cable({ opening: `\n${opening}\n`, captions: `${caption}\n` });

    expect(facts(input)).toEqual(['07LAPAZ412', '2007-03-15T11:30Z', classification]);
  });
});

describe('what a publisher says of a text that has no header', () => {
  const text = cable({ routing: null, dateTime: null, from: null, to: null }).trim();
  test.each([
    ['a quoted row', `"12","3/15/2007 11:30","07LAPAZ412","Embassy La Paz","CONFIDENTIAL","","`],
    ['a quoted row on the text’s line', `"12","3/15/2007 11:30","07LAPAZ412","","CONFIDENTIAL","`],
    ['a date in words', 'Cable: 07LAPAZ412\nCreated: Thu, 15 Mar 2007 11:30 UTC\n\n'],
    ['a day', 'Reference ID: 07LAPAZ412\nDate: 2007-03-15\n\n'],
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
