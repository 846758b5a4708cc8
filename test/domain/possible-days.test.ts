import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber, isoDay, parsePartialDate } from '#src/domain/dates.ts';
import {
  certainlyBefore,
  daysApart,
  type PossibleDays,
  possibleDays,
} from '#src/domain/possible-days.ts';
import { DATE_PRECISIONS } from '#src/domain/vocabulary.ts';
import { columnsOf } from '#test/analysis/columns.ts';

/** The possible days of a date as a coder writes it; `-` before it is “on or before”. */
function daysOf(text: string): PossibleDays {
  const date = parsePartialDate(text.replace(/^-/, ''));
  if (!date) throw new Error(`${text} is not a date`);
  const columns = columnsOf([
    {
      day: dayNumber(date.day) ?? 0,
      precision: DATE_PRECISIONS.indexOf(date.precision),
      onOrBefore: Number(text.startsWith('-')),
    },
  ]);
  return possibleDays(columns, 0);
}

/** Every possible day; without a first day, from a day long before all others here. */
function choices({ first, last }: PossibleDays): number[] {
  const from = first ?? -30;
  return Array.from({ length: last - from + 1 }, (_, i) => from + i);
}

describe('the possible days of a date', () => {
  it.each([
    ['2007-02-27', '2007-02-27', '2007-02-27'],
    ['2007-02', '2007-02-01', '2007-02-28'],
    ['2008-02', '2008-02-01', '2008-02-29'],
    ['1900-02', '1900-02-01', '1900-02-28'],
    ['2000-02', '2000-02-01', '2000-02-29'],
    ['2007-12', '2007-12-01', '2007-12-31'],
    ['1969-04', '1969-04-01', '1969-04-30'],
    ['2007', '2007-01-01', '2007-12-31'],
    ['2008', '2008-01-01', '2008-12-31'],
    ['0079', '0079-01-01', '0079-12-31'],
    ['-2014-06-06', null, '2014-06-06'],
    ['-2014-06', null, '2014-06-30'],
    ['-2014', null, '2014-12-31'],
  ])('of %s are from %s to %s', (text, first, last) => {
    const days = daysOf(text);

    expect(days.first === null ? null : isoDay(days.first)).toBe(first);
    expect(isoDay(days.last)).toBe(last);
  });

  it.each([
    ['2007-02-27', '2007-02-28', true],
    ['2007-02-27', '2007-02-27', false],
    ['2007-02', '2007-03-01', true],
    ['2007-02', '2007-02-28', false],
    ['2007-01-31', '2007-02', true],
    ['2006', '2007', true],
    ['2007-06', '2007', false],
    ['-2007-02-27', '2007-02-28', true],
    ['2006-02-18', '-2007-02-27', false],
    ['-2006', '-2007', false],
  ])('of %s are certainly before those of %s: %s', (a, b, proven) => {
    expect(certainlyBefore(daysOf(a), daysOf(b))).toBe(proven);
  });

  it.each([
    ['2007-02-27', '2007-02-27', 0, 0],
    ['2007-02-27', '2007-03-02', 3, 3],
    ['2007-03-02', '2007-02-27', 3, 3],
    ['2007-02', '2007-03', 1, 58],
    ['2007', '2007-01-10', 0, 355],
    ['-2007-02-27', '2007-03-02', 3, null],
    ['2007-02-27', '-2007-03-02', 0, null],
    ['-2007', '-2009', 0, null],
  ])('of %s and %s are from %d to %s days apart', (a, b, min, max) => {
    expect(daysApart(daysOf(a), daysOf(b))).toEqual({ min, max });
  });

  it('are certainly before others exactly when every choice of days is', () => {
    const days = fc
      .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 6 }), fc.boolean())
      .map(([first, length, open]) => ({ first: open ? null : first, last: first + length }));
    fc.assert(
      fc.property(days, days, (a, b) => {
        const distances = choices(a).flatMap((x) => choices(b).map((y) => y - x));

        expect(certainlyBefore(a, b)).toBe(distances.every((distance) => distance > 0));
        const apart = daysApart(a, b);
        expect(apart.min).toBe(Math.min(...distances.map(Math.abs)));
        const bounded = a.first !== null && b.first !== null;
        expect(apart.max).toBe(bounded ? Math.max(...distances.map(Math.abs)) : null);
      }),
    );
  });
});
