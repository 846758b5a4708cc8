import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { predictNextView } from '#src/web/address/predict-next-view.ts';
import {
  formatQueryString,
  parseQueryString,
  type QueryParameters,
} from '#src/web/address/query-string.ts';
import { parseView, type View } from '#src/web/address/view.ts';
import { comparedActors, positionFilter } from '#src/web/address/view-variables.ts';
import { CHANNELS, DOCUMENT_KINDS, MODALITIES, WORDINGS } from '#src/web/format/enum-labels.ts';
import { firstDayOfMonth, lastDayOfMonth, monthNumber } from '#src/web/format/month-number.ts';

const someOf = <Word extends string>(words: readonly Word[]) =>
  fc.subarray([...words], { minLength: 1 });
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const slug = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/);
const view: fc.Arbitrary<View> = fc.record(
  {
    from: day,
    to: day,
    channel: someOf(CHANNELS),
    retellings: fc.nat(99).map(String),
    source: fc.uniqueArray(slug, { minLength: 1, maxLength: 4 }),
    kind: someOf(DOCUMENT_KINDS),
    wording: someOf(WORDINGS),
    modality: someOf(MODALITIES),
    actors: fc.uniqueArray(slug, { minLength: 1, maxLength: 4 }),
  },
  { requiredKeys: [] },
);

describe('a view in the address', () => {
  it('is parsed from the query string that was formatted from it', () => {
    fc.assert(
      fc.property(view, (given) => {
        expect(parseView(parseQueryString(formatQueryString(given as QueryParameters)))).toEqual(
          given,
        );
      }),
    );
  });

  it('ignores unknown and invalid parameters', () => {
    fc.assert(
      fc.property(fc.string(), fc.dictionary(fc.string(), fc.string()), (text, parameters) => {
        const read = parseView({ ...parseQueryString(text), ...parameters });

        expect(parseView(read as Record<string, unknown>)).toEqual(read);
      }),
    );
    expect(
      parseView({
        from: '2006-02-30',
        to: 'tomorrow',
        channel: 'PUBLIC,SECRET',
        retellings: '-1',
        source: '../etc,russia',
        kind: '',
      }),
    ).toEqual({ channel: ['PUBLIC'], source: ['russia'] });
  });

  it('has a readable query string, empty without filters', () => {
    expect(formatQueryString({ channel: ['PUBLIC', 'PRIVATE'], cell: 'hamas:RECOGNITION' })).toBe(
      '?channel=PUBLIC,PRIVATE&cell=hamas:RECOGNITION',
    );
    expect(formatQueryString({ from: undefined, channel: [] })).toBe('');
  });

  it('becomes variables of the API', () => {
    expect(
      positionFilter(parseView({ retellings: '0', source: 'russia', from: '2006-02-01' })),
    ).toEqual({
      maxRetellings: 0,
      reportedBy: ['russia'],
      statedFrom: '2006-02-01',
    });
    expect(comparedActors({})).toEqual({ groupBy: 'PARTY' });
    expect(comparedActors({ actors: ['hamas'] })).toEqual({ actors: ['hamas'] });
  });
});

describe('month numbers', () => {
  it('convert to the first and last day of the month', () => {
    fc.assert(
      fc.property(day, (each) => {
        const month = monthNumber(each);

        expect(firstDayOfMonth(month) <= each && each <= lastDayOfMonth(month)).toBe(true);
        expect([monthNumber(firstDayOfMonth(month)), monthNumber(lastDayOfMonth(month))]).toEqual([
          month,
          month,
        ]);
        expect(firstDayOfMonth(month + 1) > lastDayOfMonth(month)).toBe(true);
      }),
    );
    expect([
      firstDayOfMonth(monthNumber('2008-02-10')),
      lastDayOfMonth(monthNumber('2008-02-10')),
    ]).toEqual(['2008-02-01', '2008-02-29']);
  });
});

describe('predictNextView', () => {
  const month = fc.integer({ min: 1900 * 12, max: 2099 * 12 });

  it('moves the same ends by the same number of months and keeps everything else', () => {
    fc.assert(
      fc.property(view, month, fc.integer({ min: -60, max: 60 }), (given, at, by) => {
        fc.pre(by !== 0);
        const views = [0, 1, 2].map((step): View => {
          const { from: _from, to: _to, ...rest } = given;
          return {
            ...rest,
            from: firstDayOfMonth(at + step * by),
            to: lastDayOfMonth(at + 120 + step * by),
          };
        });
        const [before = {}, now = {}, next] = views;

        expect(predictNextView(before, now)).toEqual(next);
      }),
    );
  });

  it('never returns days that the API rejects', () => {
    fc.assert(
      fc.property(view, view, (before, now) => {
        const { from, to } = predictNextView(before, now) ?? {};

        expect(parseView({ from, to })).toEqual({ ...(from && { from }), ...(to && { to }) });
        expect(from === undefined || to === undefined || from <= to).toBe(true);
      }),
    );
  });

  it('returns null if the period did not move or the distance is unknown', () => {
    const given: View = { from: '2006-02-01', to: '2007-03-31' };

    expect(predictNextView(given, given)).toBeNull();
    expect(predictNextView(given, { ...given, channel: ['PUBLIC'] })).toBeNull();
    expect(predictNextView({}, given)).toBeNull();
    expect(predictNextView(given, { to: '2007-03-31' })).toBeNull();
    expect(predictNextView({ from: '2005-02-01', to: '2007-03-31' }, given)).toEqual({
      from: '2007-02-01',
      to: '2007-03-31',
    });
    expect(predictNextView({ from: '2004-02-01', to: '2007-03-31' }, given)).toBeNull();
  });
});
