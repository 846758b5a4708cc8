import { describe, expect, test } from 'vitest';
import { readCable } from '#src/ingest/cable/read-cable.ts';
import { type CableParts, cable } from './build-cable.ts';

function readOne(parts: CableParts) {
  const [document] = readCable(cable(parts));
  if (!document) throw new Error('no document');
  return document;
}

describe('the subject of a cable', () => {
  test.each([
    ['SUBJECT: THE BRIDGE \nOVER THE RIVER \n ', 'THE BRIDGE OVER THE RIVER'],
    ['SUBJECT: (C) THE BRIDGE', 'THE BRIDGE'],
    ['SUBJECT: SUBJECT: THE BRIDGE', 'THE BRIDGE'],
    ['Subject: The bridge', 'The bridge'],
    ['SUBJ: THE BRIDGE', 'THE BRIDGE'],
    ['SUBJECT THE BRIDGE', 'THE BRIDGE'],
    ['SUBJECT:\n \nTHE BRIDGE', 'THE BRIDGE'],
    ['SUBJECT: THE BRIDGE REF: A. LIMA 20 B. LIMA 21', 'THE BRIDGE'],
    ['SUBJECT: THE BRIDGE\n----------\n', 'THE BRIDGE'],
    ['SUBJECT: THE BRIDGE\nLA PAZ 00000412  001.2 OF 002\nAND THE ROAD', 'THE BRIDGE AND THE ROAD'],
    [
      'SUBJECT: ROAD: THE BRIDGE\nAND THE REST Classified By: Jane Roe',
      'ROAD: THE BRIDGE AND THE REST',
    ],
  ])('is read from %j as %j', (subject, title) => {
    expect(readOne({ subject }).title).toBe(title);
  });

  test('is null if missing, with a warning that names the line where it was expected', () => {
    const document = readOne({ subject: null });

    expect(document.title).toBeNull();
    expect(document.warnings).toEqual([
      {
        code: 'title-missing',
        field: 'title',
        message: "A subject was not found in the cable's head.",
        line: 11,
      },
    ]);
  });
});

describe('the tags of a cable', () => {
  test.each([
    ['TAGS: PREL PGOV BL', ['PREL', 'PGOV', 'BL']],
    ['TAGS PREL, PGOV,\nBL', ['PREL', 'PGOV', 'BL']],
    ['Tags: prel, pgov, bl', ['PREL', 'PGOV', 'BL']],
    ['TAGS: PREL PGOV\nECON BL\nPREL', ['PREL', 'PGOV', 'ECON', 'BL']],
    ['TAGS: OVIP (ROE, JANE), PREL', ['OVIP', 'PREL']],
    ['TAGS: PRELPGOVECONBL', ['PREL', 'PGOV', 'ECON', 'BL']],
    ['TAGS: PRELPGOV BL', ['PREL', 'PGOV', 'BL']],
    ['TAGS: PREL BL SIPDIS', ['PREL', 'BL']],
  ])('are read from %j as %j', (tags, codes) => {
    expect(readOne({ tags }).tags).toEqual(codes);
  });

  test.each(['EO 12958 DECL: 03/15/17 ', 'E. O. 11652: N/A ', 'E.O. 12958: N/A '])(
    'are read from the end of the line %j',
    (order) => {
      const document = readOne({ order: `${order}TAGS: PREL, BL`, tags: null });

      expect([document.tags, document.title]).toEqual([
        ['PREL', 'BL'],
        'MINISTER WELCOMES THE BRIDGE',
      ]);
    },
  );
});

describe('the references of a cable', () => {
  test.each([
    ['REF: LIMA 98 ', ['07LIMA98']],
    [
      'REF: A. LIMA 000043 \n     ¶B. 06 ROME 1664 \n     ¶C. SECSTATE 99 ',
      ['07LIMA43', '06ROME1664', '07STATE99'],
    ],
    ['REF: (A) ST. PETERSBURG 75 (B) LIMA 5', ['07STPETERSBURG75', '07LIMA5']],
    ['REFS: A) LA PAZ 411, B) LA PAZ 413', ['07LAPAZ411', '06LAPAZ413']],
    ['REF: LIMA 20 AND 21; USUN 9', ['07LIMA20', '07LIMA21', '07USUNNEWYORK9']],
    ['REF: LIMA 5049-01, ROME 789/06', ['01LIMA5049', '06ROME789']],
    ['REF: 2006 LIMA 7 (NOTAL)', ['06LIMA7']],
    ['REF: ROE-DOE E-MAIL OF 03/01/2007', [null]],
    ['REF: LIMA', [null]],
    ['REF: A. LIMA 2 Classified By: Jane Roe, Reason 1.4 (b)', ['07LIMA2']],
  ])('are read from %j as %j', (refs, references) => {
    expect(readOne({ refs }).references.map((one) => one.reference)).toEqual(references);
  });

  test('are also kept as written', () => {
    expect(readOne({ refs: 'REF: A. LIMA 000043\n¶B. 06 ROME 1664' }).references).toEqual([
      { asWritten: 'LIMA 000043', reference: '07LIMA43' },
      { asWritten: '06 ROME 1664', reference: '06ROME1664' },
    ]);
  });

  test('without a number cause a warning', () => {
    const { warnings } = readOne({ refs: 'REF: LIMA' });

    expect(warnings.map((warning) => warning.code)).toEqual(['reference-unresolved']);
  });
});

describe('a cable head on one line', () => {
  test('yields the same fields as one on several lines', () => {
    const document = readOne({
      opening:
        '\nC O N F I D E N T I A L LA PAZ 000412 SIPDIS E.O. 12958: DECL: 03/15/2017 TAGS: PREL, BL SUBJECT: THE BRIDGE REF: LIMA 5 Classified By: Jane Roe, reasons 1.4 (b) and (d). 1. (C) The minister praised it. 2. (U) It opens in May.',
      captions: null,
      order: null,
      tags: null,
      subject: null,
      classifiedBy: null,
      body: '',
    });

    expect([document.reference, document.title, document.tags, document.handling]).toEqual([
      '07LAPAZ412',
      'THE BRIDGE',
      ['PREL', 'BL'],
      ['SIPDIS'],
    ]);
    expect(document.references.map((one) => one.reference)).toEqual(['07LIMA5']);
    expect(document.passages.map((one) => document.text.slice(one.start, one.end))).toEqual([
      '1. (C) The minister praised it.',
      '2. (U) It opens in May.',
    ]);
  });
});
