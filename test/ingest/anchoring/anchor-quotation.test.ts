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

describe('a quotation with offsets', () => {
  it('is found at them, and only there, however often its words occur', () => {
    const words = fc.array(
      fc.constantFrom('no', 'peace\n', ' ', 're\u0301solu', '😀', 'com\u00admit', '\u200f'),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), fc.nat(200), (parts, a, b, elsewhere) => {
        const text = parts.join(' ');
        const [first = 0, last = 0] = [a % text.length, b % text.length].toSorted((x, y) => x - y);
        const [start, end] = [first, last + 1];
        const quote = text.slice(start, end);
        fc.pre(visible(quote) !== '' && quote.isWellFormed());
        fc.pre(![quote, text.slice(end)].some((part) => /^\p{M}/u.test(part)));
        const target = prepareAnchoring({ text, passages: [], coverage: 'FULL' });

        const found = anchorQuotation(target, quote, null, { start, end });
        const moved = anchorQuotation(target, quote, null, {
          start: elsewhere,
          end: elsewhere + end - start,
        });

        if (found.kind !== 'anchored') throw new Error(found.kind);
        expect(found.evidence.start).toBeGreaterThanOrEqual(start);
        expect(found.evidence.end).toBeLessThanOrEqual(end);
        expect(visible(found.evidence.exact)).toBe(visible(quote));
        const there = text.slice(elsewhere, elsewhere + end - start);
        expect(moved.kind === 'misplaced' || visible(there) === visible(quote)).toBe(true);
      }),
    );
  });
});

function differenceOf(text: string, quote: string): string {
  const found = anchorQuotation(
    prepareAnchoring({ text, passages: [], coverage: 'FULL' }),
    quote,
    null,
  );
  if (found.kind !== 'missing' || found.nearest === null) throw new Error(found.kind);
  return found.nearest.difference;
}

describe('the difference of a quotation from its text', () => {
  it.each([
    [
      'a Cyrillic letter',
      'Hamas',
      'Hamаs',
      'has "a" (U+0061) where the quotation has "а" (U+0430)',
    ],
    ['Cyrillic letters only', 'CCCP', 'СССР', 'has "CCCP" where the quotation has "СССР"'],
    [
      'a Greek letter',
      'No talks',
      'Νo talks',
      'has "N" (U+004E) where the quotation has "Ν" (U+039D)',
    ],
    [
      'a curly quotation mark',
      'they don’t',
      "they don't",
      'has "’" (U+2019) where the quotation has "\'" (U+0027)',
    ],
    [
      'a dash',
      'now – or never',
      'now - or never',
      'has "–" (U+2013) where the quotation has "-" (U+002D)',
    ],
    [
      'an accent',
      'le café fermé',
      'le cafe fermé',
      'has "é" (U+00E9) where the quotation has "e" (U+0065)',
    ],
    [
      'a ligature',
      'the ﬁrst of many',
      'the first of many',
      'has "ﬁ" (U+FB01) where the quotation has "fi" (U+0066 U+0069)',
    ],
    [
      'a full-width letter',
      'the ｆirst',
      'the first',
      'has "ｆ" (U+FF46) where the quotation has "f" (U+0066)',
    ],
    [
      'an Arabic letter',
      'على كل حال',
      'علی كل حال',
      'has "ى" (U+0649) where the quotation has "ی" (U+06CC)',
    ],
    [
      'a word left out',
      'we will not talk now',
      'we will talk now',
      'has "not " where the quotation has nothing',
    ],
  ])('is shown for %s', (_what, text, quote, expected) => {
    expect(differenceOf(text, quote)).toBe(` The text ${expected}.`);
  });

  it('is shown far into a long quotation', () => {
    const words = 'We will wait for the tide and not for the council. '.repeat(20);

    expect(differenceOf(`${words}It’s over`, `${words}It's over`)).toContain('U+2019');
  });
});
