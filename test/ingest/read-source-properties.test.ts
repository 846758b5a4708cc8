import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceDocument } from '#src/domain/source-document.ts';
import { readSource } from '#src/ingest/read-source.ts';
import { header, paper } from './released-papers/build-paper.ts';

const prose =
  'The harbour council voted on Tuesday to close the northern quay until the dredging is\nfinished, a decision that the fishing fleet called premature and the pilots called late.';
const article = `Northern Quay Shut\n\nBy Rosa Lind\nThe Evening Gazette\nSunday, March 1, 2009\n\nLISBON, Feb. 28 -- ${prose}\n\n${prose}`;
const email = paper(
  `${' '.repeat(80)}RELEASE IN\n${' '.repeat(80)}PART B6\n\n${header({ to: '' })}\n\nFyi${' '.repeat(60)}B5\n\n     Original Message\nFrom: Quill, Adam\nTo: Marsh, Ellen\nSent: Mon Mar 02 12:42:49 2009\nSubject: Northern Quay Shut\n\n${article}`,
  `${prose}\n\nAdam Quill\nOffice of the Pilot\n555-555-0101\n       7`,
);
const webPage = `<html><body><p>${article.replaceAll('\n\n', '<p>')}</body></html>`;

/** Number of occurrences in a text of each character other than white space. */
function countCharacters(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const character of text.replaceAll(/\s/g, '')) {
    counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return counts;
}

/** The characters whose number differs between the input and the output. */
function miscounted(input: string, documents: readonly SourceDocument[]): readonly string[] {
  const output = documents.flatMap((document) => [
    document.text,
    ...document.furniture.map((item) => item.text),
  ]);
  const [before, after] = [countCharacters(input), countCharacters(output.join('\n'))];
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (character) => before.get(character) !== after.get(character),
  );
}

/** Passages, messages, furniture and warnings with invalid offsets or lines, as JSON. */
function invalidLocations(documents: readonly SourceDocument[]): readonly string[] {
  return documents.flatMap((document) => {
    const ranges = [...document.passages, ...document.messages];
    const outside = ranges.filter(
      ({ start, end }) => start < 0 || end < start || end > document.text.length,
    );
    const overlapping = document.passages.filter(
      ({ start, end }, at) => start >= end || start < (document.passages[at - 1]?.end ?? 0),
    );
    const withoutLine = [...document.furniture, ...document.warnings].filter(
      ({ line }) => line < 1,
    );
    return [...outside, ...overlapping, ...withoutLine].map((range) => JSON.stringify(range));
  });
}

const lines = email.split('\n').length;
const mutations = fc.oneof(
  fc.nat(email.length).map((at) => email.slice(0, at)),
  fc.nat(email.length).map((at) => email.slice(at)),
  fc.nat(lines).map((at) => email.split('\n').toSpliced(at, 1).join('\n')),
  fc.nat(lines).map((at) => {
    const all = email.split('\n');
    return all.toSpliced(at, 0, all[at] ?? '').join('\n');
  }),
  fc.tuple(fc.nat(lines), fc.nat(lines)).map(([from, to]) => {
    const all = email.split('\n');
    return all.toSpliced(to, 0, ...all.splice(from, 1)).join('\n');
  }),
);
const fragments = fc
  .array(
    fc.constantFrom(
      'From: ',
      'Sent:',
      'To:',
      'Subject',
      '   ',
      '\n',
      '\n\n',
      '\f',
      'B6',
      'RELEASE IN',
      'PART',
      'By Rosa Lind',
      'Original Message',
      'March 2, 2009',
      '5:37 PM',
      'LISBON (Seawire) - ',
      'Case No. F-2013-11111',
      'Doc No. C0512',
      'Classified by DAS, A/GIS',
      'SECRET',
      '1. (C) ',
      'word word.',
      '<p>',
      '<',
      '\0',
      '\u{D800}',
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

describe('the source reader', () => {
  it.each([
    ['an email with an article', email],
    ['an article', article],
    ['a web page', webPage],
  ])('yields valid offsets and line numbers for %s', (_, source) => {
    expect(invalidLocations(readSource(source))).toEqual([]);
  });

  it.each([
    ['an email with an article', email],
    ['an article', article],
  ])('keeps every character of %s', (_, source) => {
    expect(miscounted(source, readSource(source))).toEqual([]);
  });

  it('keeps every character of a damaged email, with valid offsets and line numbers', () => {
    fc.assert(
      fc.property(mutations, (source) => {
        const documents = readSource(source);

        expect(invalidLocations(documents)).toEqual([]);
        expect(miscounted(source, documents)).toEqual([]);
      }),
    );
  });

  it('never throws on random fragments and characters, and yields valid offsets and line numbers', () => {
    fc.assert(
      fc.property(fc.oneof(fragments, fc.string({ unit: 'binary', maxLength: 300 })), (source) => {
        expect(invalidLocations(readSource(source))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
