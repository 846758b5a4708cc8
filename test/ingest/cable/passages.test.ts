import { describe, expect, test } from 'vitest';
import { readCable } from '#src/ingest/cable/read-cable.ts';
import { cable } from './build-cable.ts';

function read(body: string, signature: string | null = 'ROE') {
  const [document] = readCable(cable({ body, signature }));
  if (!document) throw new Error('no document');
  return {
    passages: document.passages.map((passage) => ({
      ...passage,
      text: document.text.slice(passage.start, passage.end),
    })),
    numbers: document.passages.map((passage) => passage.number),
    codes: document.warnings.map((warning) => warning.code),
  };
}

describe('a numbered paragraph', () => {
  test('runs from its number to the last character of its last line', () => {
    const { passages } = read('¶1. (C) One \nand more. \n \n-- a bullet \n \n2. (U) Two. \n \n');

    expect(passages.map((one) => one.text)).toEqual([
      '¶1. (C) One \nand more. \n \n-- a bullet',
      '2. (U) Two.',
    ]);
  });

  test.each([
    ['1. (C) Text', 'C'],
    ['1.(SBU) Text', 'SBU'],
    ['1.  (C )  Text', 'C'],
    ['1. (c) Text', 'C'],
    ['1. (S/NF) Text', 'S/NF'],
    ['1. (S//NF) Text', 'S//NF'],
    ['1. (C/NF) Text', 'C/NF'],
    ['1. (SBU During the visit', 'SBU'],
    ['1, (C) Text', 'C'],
    ['¶1. Text', null],
    ['1. (see below) Text', null],
    ['1.Text', null],
    ['1.\n(U) Text', 'U'],
  ])('starting with %j has the marking %s', (body, marking) => {
    const { passages } = read(`${body} goes on.\n\n2. (C) Two.`);

    expect([passages[0]?.number, passages[0]?.marking]).toEqual([1, marking]);
  });

  test('does not start at a year or a figure at the start of a line', () => {
    const { numbers } = read(
      '1. (C) They met in January\n¶2006. Another\n1.5 million in\n2003. came.\n\n2. (C) Two.',
    );

    expect(numbers).toEqual([1, 2]);
  });

  test('does not start at a day of the month that ends a sentence', () => {
    const { numbers } = read(
      '1. (C) They met on May\n¶15. Then they left on June\n3. It was done.\n\n2. (C) Two.\n\n3. (C) Three.',
    );

    expect(numbers).toEqual([1, 2, 3]);
  });

  test('does not start at the items of a list inside another paragraph', () => {
    const { numbers } = read('1. One:\n\n1. first\n2. second\n\n2. Two.\n\n3. Three.');

    expect(numbers).toEqual([1, 2, 3]);
  });
});

describe('paragraph numbers', () => {
  test('are repaired if the paragraph sign was read as a 1', () => {
    const { numbers, codes } = read(
      '11. (C) a\n\n12. (C) b\n\n3. (C) c\n\n4. (C) d\n\n5. (C) e\n\n16. (C) f\n\n17. (C) g',
    );

    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(codes).toEqual(Array.from({ length: 4 }, () => 'paragraph-number-repaired'));
  });

  test('are kept, with a warning, if they have gaps or do not ascend', () => {
    const { numbers, codes } = read('1. (C) a\n\n4. (C) b\n\n4. (C) c\n\n2. (C) d');

    expect(numbers).toEqual([1, 4, 4, 2]);
    expect(codes).toEqual([
      'paragraph-number-gap',
      'paragraph-number-not-ascending',
      'paragraph-number-not-ascending',
    ]);
  });
});

describe('a heading', () => {
  test('applies until the next heading, without its dashes, and is not part of a paragraph', () => {
    const { passages } = read(
      '1. (C) Zero.\n.\nTHE BRIDGE\n----------\n\n2. (C) One.\n\n----------\nThe Road\nand the River\n----------\n\n3. (C) Two.\n\n4. (C) Three.\n\nCOMMENT\n\n5. (C) Four.',
    );

    expect(passages.map((one) => [one.number, one.heading, one.text])).toEqual([
      [1, null, '1. (C) Zero.'],
      [2, 'THE BRIDGE', '2. (C) One.'],
      [3, 'The Road and the River', '3. (C) Two.'],
      [4, 'The Road and the River', '4. (C) Three.'],
      [5, 'COMMENT', '5. (C) Four.'],
    ]);
  });

  test('is read when it shares a line with its dashes', () => {
    const { passages } = read(
      '1. (C) Zero.  THE BRIDGE ----------  \n\n2. (C) One. ---- Road ----\n\n3. (C) Two.\n\nComment -------\n\n4. (C) Three.',
    );

    expect(passages.map((one) => [one.heading, one.text])).toEqual([
      [null, '1. (C) Zero.'],
      ['THE BRIDGE', '2. (C) One.'],
      ['Road', '3. (C) Two.'],
      ['Comment', '4. (C) Three.'],
    ]);
  });

  test('groups the unnumbered text below it into one passage', () => {
    const { passages } = read(
      'KEY POINTS\n----------\n\n-- a\n\n-- b\n\nTALKS\n-----\n\n1. (C) One.',
    );

    expect(passages.map((one) => [one.number, one.heading, one.text])).toEqual([
      [null, 'KEY POINTS', '-- a\n\n-- b'],
      [1, 'TALKS', '1. (C) One.'],
    ]);
  });

  test('is not read from capitals that end a paragraph', () => {
    const { passages } = read('1. (C) One.\n\nEND SUMMARY.\n\n2. (C) Two.');

    expect(passages[0]?.text).toBe('1. (C) One.\n\nEND SUMMARY.');
  });
});

describe('the end of a cable', () => {
  test.each(['ROE', '\nRoe', '\nvan Roe', 'ROE\n\nNNNN'])(
    'is not part of the last paragraph: %j',
    (end) => {
      const { passages } = read('1. (C) One.\n\n2. (C) Two is here.', end);

      expect(passages.at(-1)?.text).toBe('2. (C) Two is here.');
    },
  );

  test('includes the web address of the post', () => {
    const { passages } = read(
      '1. (C) One.\n\n*****************\nVisit us:\nhttp://example.org\n*****',
    );

    expect(passages.map((one) => one.text)).toEqual(['1. (C) One.']);
  });
});

test('a cable without paragraph numbers has one passage per block', () => {
  const { passages } = read('(C) One block\nof two lines.\n\nTITLE\n-----\n\nAnother one.');

  expect(passages.map((one) => [one.number, one.heading, one.marking, one.text])).toEqual([
    [null, null, 'C', '(C) One block\nof two lines.'],
    [null, 'TITLE', null, 'Another one.'],
  ]);
});
