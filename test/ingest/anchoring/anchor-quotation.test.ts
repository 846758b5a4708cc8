import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  anchorQuotation,
  prepareAnchoring,
  reanchor,
} from '#src/ingest/anchoring/anchor-quotation.ts';

const TEXT = '1. (C) We will not talk\nto them now. End.\n\n2. (C) We will not talk to them ever.';
const PASSAGES = [
  { number: 1, heading: null, marking: 'C', start: 0, end: 41 },
  { number: 2, heading: null, marking: 'C', start: 43, end: TEXT.length },
];
const into = prepareAnchoring({ text: TEXT, passages: PASSAGES, coverage: 'FULL' });

describe('a quotation', () => {
  it('is found across line breaks and returned as in the text', () => {
    const found = anchorQuotation(into, 'not talk to them now.', null);

    expect(found).toMatchObject({
      kind: 'anchored',
      evidence: {
        exact: 'not talk\nto them now.',
        passage: 0,
        prefix: '1. (C) We will ',
        suffix: ' End.\n\n2. (C) We will not talk t',
      },
    });
  });

  it('with one wrong letter is rejected, with the nearest passage', () => {
    const found = anchorQuotation(into, 'We will not talk to them ewer', null);

    expect(found).toMatchObject({
      kind: 'missing',
      nearest: { passage: { number: 2 }, words: 'We will not talk to them ever' },
    });
  });

  it('that differs in case is rejected', () => {
    expect(anchorQuotation(into, 'we will not talk to them ever', null).kind).toBe('missing');
  });

  it('that occurs twice is located only with a paragraph number', () => {
    expect(anchorQuotation(into, 'We will not talk to them', null).kind).toBe('ambiguous');
    expect(anchorQuotation(into, 'We will not talk to them', 2)).toMatchObject({
      kind: 'anchored',
      evidence: { passage: 1 },
    });
    expect(anchorQuotation(into, 'We will not talk to them', 3).kind).toBe('missing');
  });

  it('copied from any text is found in it, with its exact words at its offsets', () => {
    const words = fc.array(
      fc.constantFrom('peace', 'talks', '\n', '  ', '“no”', '😀', 'Gaza\u00a0', '\t'),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), (parts, a, b) => {
        const text = parts.join(' ');
        const [start, end] = [a % text.length, b % text.length].toSorted((x, y) => x - y);
        const quote = text.slice(start, (end ?? 0) + 1).toWellFormed();
        fc.pre(quote.trim() !== '' && !quote.includes('\u{FFFD}'));

        const found = anchorQuotation(
          prepareAnchoring({ text, passages: [], coverage: 'FULL' }),
          quote,
          null,
        );

        expect(found.kind).not.toBe('missing');
        fc.pre(found.kind === 'anchored');
        expect(text.slice(found.evidence.start, found.evidence.end)).toBe(found.evidence.exact);
        expect(fold(found.evidence.exact)).toBe(fold(quote));
      }),
    );
  });
});

function fold(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

describe('evidence in a new version of its text', () => {
  const found = anchorQuotation(into, 'We will not talk to them', 2);
  const evidence = found.kind === 'anchored' ? found.evidence : null;

  it('is located by its words and, if these recur, by their context', () => {
    if (evidence === null) throw new Error('the quotation is in the text');
    const newText = `A headline\n\n${TEXT}\n\nA footer`;

    const again = reanchor(
      prepareAnchoring({ text: newText, passages: [], coverage: 'FULL' }),
      evidence,
    );

    expect(again).toMatchObject({
      kind: 'anchored',
      evidence: { start: evidence.start + 12, exact: evidence.exact },
    });
  });

  it('is missing if its words do not occur', () => {
    if (evidence === null) throw new Error('the quotation is in the text');

    expect(
      reanchor(
        prepareAnchoring({ text: 'Something else.', passages: [], coverage: 'FULL' }),
        evidence,
      ).kind,
    ).toBe('missing');
  });
});
