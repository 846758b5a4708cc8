import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SourceDocument, SourcePassage } from '#src/domain/source-document.ts';
import { cableScore } from '#src/ingest/cable/looks-like-cable.ts';
import { readCable } from '#src/ingest/cable/read-cable.ts';
import { cable } from './build-cable.ts';

const WHOLE = [
  '07LAPAZ412 2007-03-15 11:30 2011-08-30 01:44 CONFIDENTIAL Embassy La Paz',
  cable({
    refs: 'REF: A. LIMA 20\n[1](#)B. 06 ROME 7',
    tags: 'TAGS: [PREL](#) BL',
    body: '[1](#)1. (C) One \\\n \nLA PAZ 00000412  002 OF 002 \nSIPDIS\nmore.\n.\nTITLE\n-----\n\n16. (C) Two. 7. (C) Three',
  }),
  'Advertisements',
  cable({ opening: '\nSECRET ROME 001234', from: 'FM AMEMBASSY ROME' }),
].join('\n');

/** Lines that mean something to the reader, in any order and any damage. */
const line = fc.oneof(
  fc.constantFrom(...WHOLE.split('\n')),
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom(
    '\t',
    '',
    ' ',
    '\r',
    '&#8217;',
    'SIPDIS',
    '-----',
    '¶',
    '1.',
    '(SBU',
    '[1](#)',
    'TAGS',
    '\\',
  ),
);

const mutated = fc
  .record({
    start: fc.nat(WHOLE.length),
    length: fc.nat(WHOLE.length),
    dropped: fc.nat(60),
    doubled: fc.nat(60),
  })
  .map(({ start, length, dropped, doubled }) => {
    const lines = WHOLE.slice(start, start + length).split('\n');
    return lines
      .filter((_, i) => i !== dropped)
      .flatMap((text, i) => (i === doubled ? [text, text] : [text]))
      .join('\n');
  });

const anyInput = fc.oneof(
  fc.array(line, { maxLength: 60 }).map((lines) => lines.join('\n')),
  mutated,
  fc.string({ unit: 'binary', maxLength: 300 }),
);

/** The characters of a text that are no white space, sorted. */
function characters(text: string): string {
  const decoded = text.replaceAll('&#8217;', '’');
  return Array.from(decoded.replace(/\s/g, '')).toSorted().join('');
}

describe('whatever the input', () => {
  test('nothing is thrown and no character is lost', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const documents = readCable(input);

        const kept = documents.map(
          (one) => one.text + one.furniture.map((piece) => piece.text).join(''),
        );
        expect(characters(kept.join(''))).toBe(characters(input));
      }),
      { numRuns: 1500 },
    );
  });

  test('passages lie in the text, in order, apart, and begin with what they are', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        expect(readCable(input).flatMap(misplacedPassages)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test('every missing field has a warning, and every warning a line of the input', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const lineCount = input.split(/\r\n|\n|\r/).length;
        const documents = readCable(input);
        const located = documents.flatMap((one) => [...one.warnings, ...one.furniture]);

        expect(documents.flatMap(unexplainedNulls)).toEqual([]);
        expect(located.filter((one) => one.line < 1 || one.line > lineCount)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('the score is between 0 and 1', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const score = cableScore(input);

        expect(score >= 0 && score <= 1).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the score', () => {
  test('of a cable, bare or in a page, is high', () => {
    expect(cableScore(cable())).toBeGreaterThan(0.7);
    expect(cableScore(WHOLE)).toBeGreaterThan(0.7);
    expect(
      cableScore(cable({ routing: null, dateTime: null, from: null, to: null })),
    ).toBeGreaterThan(0.5);
  });

  test('of a cable that was released by email, of a mail and of prose is low', () => {
    const stamp =
      'UNCLASSIFIED U.S. Department of State Case No. F-2010-1 Doc No. C00000001 Date: 01/01/2015';

    expect(cableScore(`${stamp}\n\n${cable()}`)).toBeLessThan(0.4);
    expect(cableScore('From: Roe\nTo: Doe\nSubject: Lunch\n\nAt one?')).toBeLessThan(0.2);
    expect(cableScore('Secret talks were held, the report said.')).toBe(0);
  });
});

/** Passages that overlap the one before, reach out of the text or have white space around. */
function misplacedPassages(document: SourceDocument): readonly SourcePassage[] {
  return document.passages.filter((passage, i) => {
    const { start, end, number } = passage;
    const text = document.text.slice(start, end);
    const isInOrder = start >= (document.passages[i - 1]?.end ?? 0) && end > start;
    const isTight = end <= document.text.length && text === text.trim();
    const isNumbered = number === null || /^(?:¶ ?)?[0-9]/.test(text);
    return !(isInOrder && isTight && isNumbered);
  });
}

/** Fields that are null although no warning says so. */
function unexplainedNulls(document: SourceDocument): readonly string[] {
  const warned = new Set(document.warnings.map((warning) => warning.field));
  const fields = ['reference', 'title', 'createdAt', 'classification', 'origin', 'author'] as const;
  return fields.filter((field) => document[field] === null && !warned.has(field));
}
