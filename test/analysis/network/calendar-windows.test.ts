import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  calendarWindows,
  startOfUnit,
  type WindowUnit,
} from '#src/analysis/network/calendar-windows.ts';
import { dayNumber, isoDay } from '#src/domain/dates.ts';

const on = (day: string): number => dayNumber(day) ?? Number.NaN;

function windows(from: string, to: string, unit: WindowUnit, size: number, step: number) {
  return calendarWindows({ from: on(from), to: on(to) }, { unit, size, step }, 1000).map(
    (window) => `${isoDay(window.from)}…${isoDay(window.to)}`,
  );
}

describe('calendar windows', () => {
  it.each([
    [
      windows('2006-01-01', '2006-12-31', 'MONTHS', 6, 3),
      [
        '2006-01-01…2006-06-30',
        '2006-04-01…2006-09-30',
        '2006-07-01…2006-12-31',
        '2006-10-01…2007-03-31',
      ],
    ],
    // The end of every month, leap day included, is counted from the first window.
    [
      windows('2008-01-31', '2008-04-30', 'MONTHS', 1, 1),
      [
        '2008-01-31…2008-02-28',
        '2008-02-29…2008-03-30',
        '2008-03-31…2008-04-29',
        '2008-04-30…2008-05-30',
      ],
    ],
    [
      windows('2004-02-29', '2006-02-28', 'YEARS', 1, 1),
      ['2004-02-29…2005-02-27', '2005-02-28…2006-02-27', '2006-02-28…2007-02-27'],
    ],
    [
      windows('1969-12-30', '1970-01-02', 'DAYS', 1, 3),
      ['1969-12-30…1969-12-30', '1970-01-02…1970-01-02'],
    ],
    [windows('0045-03-15', '0046-01-01', 'YEARS', 1, 1), ['0045-03-15…0046-03-14']],
    [windows('9999-01-01', '9999-12-31', 'YEARS', 3, 3), ['9999-01-01…9999-12-31']],
    [windows('2006-02-01', '2006-01-01', 'DAYS', 1, 1), []],
  ])('move by calendar units: %j', (found, expected) => {
    expect(found).toEqual(expected);
  });

  it('have no gap or overlap when the step equals the size', () => {
    const day = fc.integer({ min: -800_000, max: 2_000_000 });
    const unit = fc.constantFrom('DAYS' as const, 'MONTHS' as const, 'YEARS' as const);
    fc.assert(
      fc.property(
        day,
        fc.nat(4000),
        unit,
        fc.integer({ min: 1, max: 40 }),
        (from, length, ...[u, size]) => {
          const all = calendarWindows(
            { from, to: from + length },
            { unit: u, size, step: size },
            5000,
          );

          expect(all[0]?.from).toBe(from);
          expect(all.at(-1)?.to).toBeGreaterThanOrEqual(from + length);
          for (const [i, window] of all.entries()) {
            expect(window.to).toBeGreaterThanOrEqual(window.from);
            expect(all[i + 1]?.from ?? window.to + 1).toBe(window.to + 1);
          }
        },
      ),
    );
  });

  it('stop at the maximum number', () => {
    const range = { from: 0, to: 1_000_000 };

    expect(calendarWindows(range, { unit: 'DAYS', size: 1, step: 1 }, 7)).toHaveLength(7);
  });

  it('start on the first day of the unit', () => {
    const starts = (['DAYS', 'MONTHS', 'YEARS'] as const).map((unit) =>
      isoDay(startOfUnit(on('1968-02-29'), unit)),
    );

    expect(starts).toEqual(['1968-02-29', '1968-02-01', '1968-01-01']);
  });
});
