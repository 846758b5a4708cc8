import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SourceDocument, SourcePassage } from '#src/domain/source-document.ts';
import { cableScore } from '#src/ingest/cable/looks-like-cable.ts';
import { readCable } from '#src/ingest/cable/read-cable.ts';
import { cable } from './build-cable.ts';

const COMPLETE = [
  '07LAPAZ412 2007-03-15 11:30 2011-08-30 01:44 CONFIDENTIAL Embassy La Paz',
  cable({
    refs: 'REF: A. LIMA 20\n[1](#)B. 06 ROME 7',
    tags: 'TAGS: [PREL](#) BL',
    body: '[1](#)1. (C) One \\\n \nLA PAZ 00000412  002 OF 002 \nSIPDIS\nmore.\n.\nTITLE\n-----\n\n16. (C) Two. 7. (C) Three',
  }),
  'Advertisements',
  cable({ opening: '\nSECRET ROME 001234', from: 'FM AMEMBASSY ROME' }),
].join('\n');

/** Lines that the reader recognises, and random lines. */
const line = fc.oneof(
  fc.constantFrom(...COMPLETE.split('\n')),
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
    start: fc.nat(COMPLETE.length),
    length: fc.nat(COMPLETE.length),
    dropped: fc.nat(60),
    doubled: fc.nat(60),
  })
  .map(({ start, length, dropped, doubled }) => {
    const lines = COMPLETE.slice(start, start + length).split('\n');
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

/** The characters of a text other than white space, sorted. */
function characters(text: string): string {
  const decoded = text.replaceAll('&#8217;', '’');
  return Array.from(decoded.replace(/\s/g, '')).toSorted().join('');
}

describe('the cable reader, for any input', () => {
  test('never throws and keeps every character', () => {
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

  test('yields passages inside the text, in order, without overlap and starting with their number', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        expect(readCable(input).flatMap(misplacedPassages)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test('yields a warning for every missing field, and a line of the input for every warning', () => {
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

  test('yields a cable score between 0 and 1', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const score = cableScore(input);

        expect(score >= 0 && score <= 1).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the cable score', () => {
  test('is high for a cable, with or without a web page around it', () => {
    expect(cableScore(cable())).toBeGreaterThan(0.7);
    expect(cableScore(COMPLETE)).toBeGreaterThan(0.7);
    expect(
      cableScore(cable({ routing: null, dateTime: null, from: null, to: null })),
    ).toBeGreaterThan(0.5);
  });

  test('is low for a cable with a release stamp, an email and prose', () => {
    const stamp =
      'UNCLASSIFIED U.S. Department of State Case No. F-2010-1 Doc No. C00000001 Date: 01/01/2015';

    expect(cableScore(`${stamp}\n\n${cable()}`)).toBeLessThan(0.4);
    expect(cableScore('From: Roe\nTo: Doe\nSubject: Lunch\n\nAt one?')).toBeLessThan(0.2);
    expect(cableScore('Secret talks were held, the report said.')).toBe(0);
  });
});

/** Passages that overlap, exceed the text, have white space around or lack their number. */
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

/** Fields that are null without a warning. */
function unexplainedNulls(document: SourceDocument): readonly string[] {
  const warned = new Set(document.warnings.map((warning) => warning.field));
  const fields = ['reference', 'title', 'createdAt', 'classification', 'origin', 'author'] as const;
  return fields.filter((field) => document[field] === null && !warned.has(field));
}
