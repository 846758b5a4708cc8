import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareActor } from '#src/analysis/comparison/compare.ts';
import { publicPrivateGap } from '#src/analysis/comparison/public-private-gap.ts';
import { trend } from '#src/analysis/comparison/trend.ts';
import { compileFilter } from '#src/analysis/selection/compile-filter.ts';
import { indexAffiliations } from '#src/domain/affiliation.ts';
import { dayNumber, isoDay } from '#src/domain/dates.ts';
import { sortPositions } from '#src/domain/position-order.ts';
import { CHANNELS, DATE_PRECISIONS } from '#src/domain/vocabulary.ts';
import { columnsOf, documentsOf, type TestPosition } from '../columns.ts';

const all = (positions: readonly unknown[]): Int32Array =>
  Int32Array.from(positions, (_, index) => index);
const inChannel = (channel: (typeof CHANNELS)[number], stance: number): TestPosition => ({
  channel: CHANNELS.indexOf(channel),
  stance,
});
const SCALE = [2, 1, 0, -1, -2];
const gap = (positions: readonly TestPosition[]): number | null => {
  const columns = columnsOf(positions);
  const compiledFilter = compileFilter(columns, {}, documentsOf(columns));
  const [cell] = compareActor(columns, 0, [0], SCALE, compiledFilter, indexAffiliations([]));
  return publicPrivateGap(cell?.distributionIn ?? (() => new Map()));
};

describe('the public–private gap', () => {
  it('is the mean public stance minus the mean of private and internal stances', () => {
    const found = gap([
      inChannel('PUBLIC', -2),
      inChannel('PUBLIC', -1),
      inChannel('PRIVATE', 1),
      inChannel('INTERNAL', 2),
      inChannel('UNKNOWN', 2),
    ]);

    expect(found).toBe(-1.5 - 1.5);
  });

  it('is null when either side has no positions', () => {
    expect(gap([inChannel('PUBLIC', 2), inChannel('UNKNOWN', 1)])).toBeNull();
    expect(gap([inChannel('PRIVATE', 2)])).toBeNull();
    expect(gap([])).toBeNull();
  });
});

describe('the counts of a comparison cell', () => {
  it('include only positions that pass the filter, and each document once', () => {
    const position = fc.record({
      document: fc.nat(30),
      stance: fc.integer({ min: -2, max: 2 }),
      channel: fc.nat(CHANNELS.length - 1),
      day: fc.nat(30),
    });
    fc.assert(
      fc.property(
        fc.array(position, { maxLength: 100 }),
        fc.subarray([...CHANNELS]),
        fc.array(fc.nat(1), { minLength: 31, maxLength: 31 }),
        fc.option(fc.nat(30), { nil: undefined }),
        fc.option(fc.nat(30), { nil: undefined }),
        (positions, channels, inDocument, statedFrom, statedTo) => {
          const columns = sortPositions(columnsOf(positions));
          const passing = positions.filter(
            ({ document, channel, day }) =>
              day >= (statedFrom ?? 0) &&
              day <= (statedTo ?? 30) &&
              inDocument[document] === 1 &&
              channels.includes(CHANNELS[channel] ?? 'UNKNOWN'),
          );
          const levelsOf = (of: typeof positions) =>
            new Map(
              SCALE.map((level) => [level, of.filter((each) => each.stance === level).length]),
            );

          const filter = { channels, statedFrom, statedTo };
          const compiledFilter = compileFilter(columns, filter, documentsOf(columns, inDocument));
          const [cell] = compareActor(
            columns,
            0,
            [0],
            SCALE,
            compiledFilter,
            indexAffiliations([]),
          );

          expect(cell).toMatchObject({
            count: passing.length,
            documentCount: new Set(passing.map(({ document }) => document)).size,
            distribution: levelsOf(passing),
          });
          expect(cell?.distributionIn(['PUBLIC', 'INTERNAL'])).toEqual(
            levelsOf(
              passing.filter(({ channel }) =>
                ['PUBLIC', 'INTERNAL'].includes(CHANNELS[channel] ?? 'UNKNOWN'),
              ),
            ),
          );
        },
      ),
    );
  });

  it('do not depend on the periods counted before', () => {
    const position = fc.record({
      document: fc.nat(12),
      stance: fc.integer({ min: -2, max: 2 }),
      channel: fc.nat(CHANNELS.length - 1),
      day: fc.nat(30),
    });
    const period = fc.record({ statedFrom: fc.nat(30), statedTo: fc.nat(30) });
    fc.assert(
      fc.property(
        fc.array(position, { maxLength: 60 }),
        fc.array(period, { minLength: 2, maxLength: 12 }),
        (positions, periods) => {
          const columns = sortPositions(columnsOf(positions));
          const documents = documentsOf(columns);
          const nobody = indexAffiliations([]);
          const countIn = (of: typeof columns, days: (typeof periods)[number]) => {
            const compiledFilter = compileFilter(of, days, documents);
            const [cell] = compareActor(of, 0, [0], SCALE, compiledFilter, nobody);
            return [
              cell?.documentCount,
              cell?.distribution,
              cell?.distributionIn(['PRIVATE', 'UNKNOWN']),
            ];
          };

          const inTurn = periods.map((days) => countIn(columns, days));
          const eachAnew = periods.map((days) =>
            countIn(sortPositions(columnsOf(positions)), days),
          );

          expect(inTurn).toEqual(eachAnew);
          const within = periods.map(({ statedFrom, statedTo }) =>
            positions.filter(({ day }) => day >= statedFrom && day <= statedTo),
          );
          expect(inTurn.map(([documentCount]) => documentCount)).toEqual(
            within.map((those) => new Set(those.map(({ document }) => document)).size),
          );
        },
      ),
    );
  });
});

const stated = (day: string, stance: number, precision = 'DAY'): TestPosition => ({
  day: dayNumber(day) ?? 0,
  stance,
  precision: DATE_PRECISIONS.findIndex((each) => each === precision),
});
const points = (positions: readonly TestPosition[], period: 'YEAR' | 'MONTH') =>
  trend(columnsOf(positions), all(positions), period, [2, 1, 0, -1, -2]).map(
    ({ from, to, distribution }) => [
      isoDay(from),
      isoDay(to),
      Object.fromEntries([...distribution].filter(([, count]) => count > 0)),
    ],
  );

describe('a trend', () => {
  const positions = [
    stated('2007-12-31', -1),
    stated('2006-02-28', 2),
    stated('2007-01-01', 1, 'YEAR'),
    stated('2007-12-01', 1, 'MONTH'),
    stated('1969-07-20', 0),
  ];

  it('has a point for each calendar year with positions, in order', () => {
    expect(points(positions, 'YEAR')).toEqual([
      ['1969-01-01', '1969-12-31', { 0: 1 }],
      ['2006-01-01', '2006-12-31', { 2: 1 }],
      ['2007-01-01', '2007-12-31', { '-1': 1, 1: 2 }],
    ]);
  });

  it('has a point for each calendar month, without positions dated only to a year', () => {
    expect(points(positions, 'MONTH')).toEqual([
      ['1969-07-01', '1969-07-31', { 0: 1 }],
      ['2006-02-01', '2006-02-28', { 2: 1 }],
      ['2007-12-01', '2007-12-31', { '-1': 1, 1: 1 }],
    ]);
  });
});
