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

  it.each([
    ['decomposed, of composed letters', 'Le café est fermé.', 'cafe\u0301 est ferme\u0301'],
    ['composed, of decomposed letters', 'Le cafe\u0301 est ferme\u0301.', 'café est fermé'],
    ['composed, of decomposed Hangul', '\u1112\u1161\u11ab\u1100\u1173\u11af 말', '한글 말'],
    ['without soft hyphens', 'The com\u00admit\u00adtee met.', 'The committee met'],
    [
      'with zero-width characters',
      'The committee met.',
      '\u200bThe com\u200bmittee\u2060 met\ufeff',
    ],
    ['without direction marks', 'He said \u200f\u202bسلام\u202c today.', 'said سلام today'],
  ])('is found as a reader sees it: %s', (_how, text, quote) => {
    const found = anchorQuotation(
      prepareAnchoring({ text, passages: [], coverage: 'FULL' }),
      quote,
      null,
    );

    if (found.kind !== 'anchored') throw new Error(found.kind);
    const { start, end, exact } = found.evidence;
    expect(text.slice(start, end)).toBe(exact);
    expect(visible(exact)).toBe(visible(quote));
  });

  it('that a reader sees to differ is rejected', () => {
    const text = prepareAnchoring({ text: 'Le café fermé', passages: [], coverage: 'FULL' });

    expect(anchorQuotation(text, 'cafe ferme', null).kind).toBe('missing');
    expect(anchorQuotation(text, 'caf', null)).toMatchObject({ evidence: { exact: 'caf' } });
    const decomposed = prepareAnchoring({ text: 'cafe\u0301', passages: [], coverage: 'FULL' });
    expect(anchorQuotation(decomposed, 'cafe', null).kind).toBe('missing');
  });

  it('copied from any text is found in it, with its exact words at its offsets', () => {
    const words = fc.array(
      fc.constantFrom(
        'peace',
        'talks',
        '\n',
        '  ',
        '“no”',
        '😀',
        'Gaza\u00a0',
        '\t',
        're\u0301solu',
        'résolu',
        'com\u00admit',
        'की',
        '\u200f',
        '\u1112\u1161\u11ab',
        '\ufb2c',
      ),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), (parts, a, b) => {
        const text = parts.join(' ');
        const [start, end] = [a % text.length, b % text.length].toSorted((x, y) => x - y);
        const quote = text.slice(start, (end ?? 0) + 1).toWellFormed();
        fc.pre(visible(quote) !== '' && !quote.includes('\u{FFFD}'));
        // A quotation of whole characters: no accent is cut off.
        fc.pre(
          ![quote, text.slice((end ?? 0) + 1)].some((part) => /^[\p{M}\u1160-\u11ff]/u.test(part)),
        );

        const found = anchorQuotation(
          prepareAnchoring({ text, passages: [], coverage: 'FULL' }),
          quote,
          null,
        );

        expect(found.kind).not.toBe('missing');
        fc.pre(found.kind === 'anchored');
        expect(text.slice(found.evidence.start, found.evidence.end)).toBe(found.evidence.exact);
        expect(visible(found.evidence.exact)).toBe(visible(quote));
      }),
    );
  });
});

function visible(text: string): string {
  return text
    .replaceAll(/[\p{Cf}]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .normalize('NFC');
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
