import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber, firstDay, isoDay, parsePartialDate } from '#src/domain/dates.ts';

describe('day numbers', () => {
  it('convert to ISO dates and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -300_000, max: 2_000_000 }), (day) => {
        expect(dayNumber(isoDay(day))).toBe(day);
      }),
    );
  });

  it.each(['2007-02-30', '2007-13-01', '2007-2-3', '07-02-03', '', '2007-02-27T00:00'])(
    'are null for %j',
    (text) => {
      expect(dayNumber(text)).toBeNull();
    },
  );

  it('start with 0 on 1 January 1970', () => {
    expect(dayNumber('1970-01-01')).toBe(0);
  });
});

describe('partial dates', () => {
  it.each([
    ['2007-02-27', { day: '2007-02-27', precision: 'DAY' }],
    ['2007-02', { day: '2007-02-01', precision: 'MONTH' }],
    ['2007', { day: '2007-01-01', precision: 'YEAR' }],
  ])('have the precision of the text: %s', (text, expected) => {
    expect(parsePartialDate(text)).toEqual(expected);
  });

  it.each(['2007-02-31', '2007-00', 'February 2007', '20070227'])('are null for %s', (text) => {
    expect(parsePartialDate(text)).toBeNull();
  });

  it.each([
    ['2007-02-27T16:37Z', '2007-02-27'],
    ['2009-07', '2009-07-01'],
    ['2009', '2009-01-01'],
  ])('have a first day: %s starts on %s', (time, day) => {
    expect(firstDay(time)).toBe(day);
  });
});
