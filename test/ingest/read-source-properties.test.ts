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
const sources = [
  email,
  article,
  `<html><body><p>${article.replaceAll('\n\n', '<p>')}</body></html>`,
];

/** How often each character that is not white space stands in a text. */
function census(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const character of text.replaceAll(/\s/g, '')) {
    counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return counts;
}

/** The characters of which the output has more or fewer than the input. */
function miscounted(input: string, documents: readonly SourceDocument[]): readonly string[] {
  const output = documents.flatMap((document) => [
    document.text,
    ...document.furniture.map((item) => item.text),
  ]);
  const [before, after] = [census(input), census(output.join('\n'))];
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (character) => before.get(character) !== after.get(character),
  );
}

/** What is wrong with the offsets and lines of documents. */
function faults(documents: readonly SourceDocument[]): readonly string[] {
  return documents.flatMap((document) => {
    const ranges = [...document.passages, ...document.messages];
    const outside = ranges.filter(
      ({ start, end }) => start < 0 || end < start || end > document.text.length,
    );
    const overlapping = document.passages.filter(
      ({ start, end }, at) => start >= end || start < (document.passages[at - 1]?.end ?? 0),
    );
    const nowhere = [...document.furniture, ...document.warnings].filter(({ line }) => line < 1);
    return [...outside, ...overlapping, ...nowhere].map((fault) => JSON.stringify(fault));
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

describe('reading any source', () => {
  it.each(sources)('whole gives sound documents', (source) => {
    expect(faults(readSource(source))).toEqual([]);
  });

  it.each([email, article])('whole loses nothing', (source) => {
    expect(miscounted(source, readSource(source))).toEqual([]);
  });

  it('mutilated loses nothing and gives sound documents', () => {
    fc.assert(
      fc.property(mutations, (source) => {
        const documents = readSource(source);

        expect(faults(documents)).toEqual([]);
        expect(miscounted(source, documents)).toEqual([]);
      }),
    );
  });

  it('made of random marks and characters never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fragments, fc.string({ unit: 'binary', maxLength: 300 })), (source) => {
        expect(faults(readSource(source))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
