import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moments } from '#src/analysis/timeline/moments.ts';
import { shifts } from '#src/analysis/timeline/shifts.ts';
import { dayNumber, isoDay, parsePartialDate } from '#src/domain/dates.ts';
import { attributesAt, type PositionColumns } from '#src/domain/position-columns.ts';
import { certainlyBefore, possibleDays } from '#src/domain/possible-days.ts';
import { DATE_PRECISIONS } from '#src/domain/vocabulary.ts';
import { columnsOf, type TestPosition } from '../columns.ts';

/** Positions written as date and stance, `-` before the date for “on or before”. */
function timeline(...positions: readonly (readonly [string, number])[]) {
  const columns = columnsOf(
    positions.map(([text, stance]) => {
      const date = parsePartialDate(text.replace(/^-/, ''));
      return {
        stance,
        day: dayNumber(date?.day ?? '') ?? 0,
        precision: DATE_PRECISIONS.indexOf(date?.precision ?? 'DAY'),
        onOrBefore: Number(text.startsWith('-')),
      };
    }),
  );
  return timelineOf(columns);
}

function timelineOf(columns: PositionColumns) {
  const inOrder = moments(columns, Int32Array.from(columns.id.keys()));
  const found = shifts(inOrder);
  return {
    columns,
    ordered: inOrder.flatMap(({ indices }) => [...indices]),
    moments: inOrder,
    shifts: found,
    lines: found.map(({ before, after, notBefore, notAfter, certain }) =>
      [
        `${before.median} to ${after.median}`,
        notBefore === null ? '…' : isoDay(notBefore),
        isoDay(notAfter),
        certain ? 'certain' : 'open',
      ].join(' | '),
    ),
  };
}

describe('moments', () => {
  it('are sorted by last possible day, the less precise date first', () => {
    const { ordered } = timeline(
      ['2007-02-27', 0],
      ['2006', 0],
      ['2006-12-31', 0],
      ['-2007-02-27', 0],
      ['2006-12', 0],
      ['-2006', 0],
      ['2006-11-30', 0],
    );

    expect(ordered).toEqual([6, 5, 1, 4, 2, 3, 0]);
  });

  it('contain the positions of one date, precision and on-or-before flag', () => {
    const { moments: found } = timeline(
      ['2007-01-01', 2],
      ['2007-01-01', -2],
      ['2007-01', 1],
      ['-2007-01-01', 0],
      ['2007-01-01', 2],
    );

    expect(found.map(({ indices }) => [...indices])).toEqual([[3], [0, 1, 4], [2]]);
    expect(found.map(({ median }) => median)).toEqual([0, 2, 1]);
    expect(found.map(({ distribution }) => distribution.size)).toEqual([1, 2, 1]);
  });
});

describe('shifts', () => {
  it('occur where the stance differs from the previous moment', () => {
    const { lines } = timeline(
      ['2006-02-18', 2],
      ['2006-03-01', 2],
      ['2007-02-27', -1],
      ['2007-03-01', -1],
      ['2009-07-15', 2],
    );

    expect(lines).toEqual([
      '2 to -1 | 2006-03-01 | 2007-02-27 | certain',
      '-1 to 2 | 2007-03-01 | 2009-07-15 | certain',
    ]);
  });

  it('compare the medians of moments with several stances', () => {
    const { lines } = timeline(
      ['2006-02-18', 2],
      ['2006-02-18', 2],
      ['2006-02-18', 1],
      ['2014-06-06', -2],
      ['2014-06-06', 2],
      ['2014-06-07', 0],
    );

    expect(lines).toEqual(['2 to 0 | 2006-02-18 | 2014-06-06 | certain']);
  });

  it.each([
    [
      'a month, then a day in the next month',
      ['2006-02', '2006-03-01'],
      '2006-02-01',
      '2006-03-01',
      true,
    ],
    ['a day, then the next month', ['2006-02-28', '2006-03'], '2006-02-28', '2006-03-31', true],
    [
      'a day, then the month of that day',
      ['2006-02-18', '2006-02'],
      '2006-02-18',
      '2006-02-28',
      false,
    ],
    ['a year, then the next year', ['2006', '2007'], '2006-01-01', '2007-12-31', true],
    ['a month, then its year', ['2006-11', '2006'], '2006-11-01', '2006-12-31', false],
    [
      'on or before a day, then the next day',
      ['-2007-02-27', '2007-02-28'],
      '…',
      '2007-02-28',
      true,
    ],
    ['on or before a day, then that day', ['-2007-02-27', '2007-02-27'], '…', '2007-02-27', false],
    [
      'a day, then on or before a later day',
      ['2006-02-18', '-2014-06-06'],
      '2006-02-18',
      '2014-06-06',
      false,
    ],
  ] as const)('have a date range and a certainty: %s', (_what, dates, from, to, certain) => {
    const { lines } = timeline([dates[0], 2], [dates[1], -2]);

    expect(lines).toEqual([`2 to -2 | ${from} | ${to} | ${certain ? 'certain' : 'open'}`]);
  });

  it('require two moments', () => {
    expect(timeline().lines).toEqual([]);
    expect(timeline(['2006-02-18', 2], ['2006-02-18', -2]).lines).toEqual([]);
  });
});

const positions = fc.array(
  fc.record({
    stance: fc.integer({ min: -2, max: 2 }),
    day: fc.constantFrom('2006-01-01', '2006-02-01', '2007-01-01').map((d) => dayNumber(d) ?? 0),
    precision: fc.nat(2),
    onOrBefore: fc.nat(1),
  }),
  { maxLength: 25 },
);

function withIds(all: readonly (TestPosition & { readonly id: number })[]): PositionColumns {
  const id = Int32Array.from(all, (each) => each.id);
  return { ...columnsOf(all), id, first: id };
}

describe('a timeline', () => {
  it('does not depend on the order of the positions', () => {
    const shuffled = positions.chain((all) => {
      const numbered = all.map((one, i) => ({ ...one, id: i + 1 }));
      return fc.tuple(
        fc.constant(numbered),
        fc.shuffledSubarray(numbered, { minLength: numbered.length }),
      );
    });
    fc.assert(
      fc.property(shuffled, ([all, again]) => {
        const [one, other] = [timelineOf(withIds(all)), timelineOf(withIds(again))];

        expect(other.lines).toEqual(one.lines);
        expect(other.ordered.map((index) => other.columns.id[index])).toEqual(
          one.ordered.map((index) => one.columns.id[index]),
        );
      }),
    );
  });

  it('never places a position after one that is certainly later', () => {
    fc.assert(
      fc.property(positions, (all) => {
        const { columns, ordered } = timelineOf(columnsOf(all));

        const days = ordered.map((index) => possibleDays(columns, index));
        for (const [i, later] of days.entries())
          for (const earlier of days.slice(0, i))
            expect(certainlyBefore(later, earlier)).toBe(false);
      }),
    );
  });

  it('changes its median at every shift and only there', () => {
    fc.assert(
      fc.property(positions, (all) => {
        const { shifts: found, moments: inOrder } = timelineOf(columnsOf(all));

        for (const { before, after } of found) expect(before.median).not.toBe(after.median);
        for (const [i, { before }] of found.slice(1).entries())
          expect(before.median).toBe(found[i]?.after.median);
        expect(inOrder.at(0)?.median).toBe((found.at(0)?.before ?? inOrder.at(0))?.median);
        expect(inOrder.at(-1)?.median).toBe((found.at(-1)?.after ?? inOrder.at(0))?.median);
      }),
    );
  });

  it('has every position in one moment, with exactly the positions of the same date', () => {
    fc.assert(
      fc.property(positions, (all) => {
        const { columns, moments: inOrder, ordered } = timelineOf(columnsOf(all));
        const dates = inOrder.map(({ indices }) =>
          [...indices].map((index) => {
            const { precision, onOrBefore } = attributesAt(columns, index);
            return `${columns.day[index]}/${precision}/${onOrBefore}`;
          }),
        );

        expect(inOrder.flatMap(({ indices }) => [...indices])).toEqual(ordered);
        expect(ordered.toSorted((a, b) => a - b)).toEqual(all.map((_, index) => index));
        expect(dates.every((each) => new Set(each).size === 1)).toBe(true);
        expect(new Set(dates.map(([date]) => date)).size).toBe(dates.length);
      }),
    );
  });
});
