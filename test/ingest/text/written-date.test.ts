import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWrittenDate } from '#src/ingest/text/written-date.ts';

describe('the reader of written dates', () => {
  it.each([
    ['Monday, March 2, 2009 5:37 PM', '2009-03-02T17:37'],
    ['Fri Mar 06 12:42:49 2009', '2009-03-06T12:42'],
    ['Friday, March 4, 201111:36 AM', '2011-03-04T11:36'],
    ['Wednesday, March 2, 20117:08 PM', '2011-03-02T19:08'],
    ['Wed Mar 0202:36:14 2011', '2011-03-02T02:36'],
    ['Sat Mar 1917:42:35 2011', '2011-03-19T17:42'],
    ['Saturday, Februa 11, 2012 1:26 AM', '2012-02-11T01:26'],
    ['Febru ary 11, 2012', '2012-02-11'],
    ['Sept 5, 2012', '2012-09-05'],
    ['Decernber 5, 2012', '2012-12-05'],
    ['Tuesday, Juiy 5, 2011', '2011-07-05'],
    ['Monday, March l, 20I0 l2:30 PM', '2010-03-01T12:30'],
    ['Monday March 2,2009 5:37PM', '2009-03-02T17:37'],
    ['Monday, March 2, 2009 537 PM', '2009-03-02T17:37'],
    ['Monday, March 2, 2009 5.37 P.M.', '2009-03-02T17:37'],
    ['Monday, March 2, 2009 5:37 PIVI', '2009-03-02T17:37'],
    ['Monday, March 2, 2009 12:05 AM', '2009-03-02T00:05'],
    ['Monday, March 2, 20 09 17:37', '2009-03-02T17:37'],
    ['Mon, 02 Mar 2009 17:37:00 -0500', '2009-03-02T17:37'],
    ['2 Mar 2009 17:37 GMT', '2009-03-02T17:37Z'],
    ['Monday, March 2, 2009 05:37 PM Eastern Standard Time', '2009-03-02T17:37'],
    ['03/02/2009 5:37 PM', '2009-03-02T17:37'],
    ['3/2/09 5:37 PM EST', '2009-03-02T17:37'],
    ['23/2/2009', '2009-02-23'],
    ['2.3.09', '2009-03-02'],
    ['2009-03-02 17:37', '2009-03-02T17:37'],
    ['Mar. 2nd, 2009 at 5 pm', '2009-03-02T17:00'],
  ])('reads "%s" as %s', (line, expected) => {
    const date = readWrittenDate(line);

    expect(date?.time).toBe(expected);
  });

  it.each(['Friday, February 31, 2010', 'March 2', 'see you on Monday at 5', '', '20090302'])(
    'reads no date from "%s"',
    (line) => {
      expect(readWrittenDate(line)).toBeNull();
    },
  );

  it('reports a weekday that does not match the date', () => {
    expect(readWrittenDate('Friday, March 2, 2009')?.weekdayDisagrees).toBe(true);
    expect(readWrittenDate('Monday, March 2, 2009')?.weekdayDisagrees).toBe(false);
  });

  it('distinguishes a sentence that contains a date from a line that is only a date', () => {
    expect(readWrittenDate('They met on March 2, 2009 in the port')?.whole).toBe(false);
    expect(readWrittenDate('Monday, March 2, 2009, 5 PM EST')?.whole).toBe(true);
  });
});

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const two = (value: number): string => String(value).padStart(2, '0');

type Rendering = (date: Date) => string;
const names = (date: Date) => ({
  weekday: WEEKDAYS[date.getUTCDay()] ?? '',
  month: MONTHS[date.getUTCMonth()] ?? '',
  day: date.getUTCDate(),
  year: date.getUTCFullYear(),
  hour: date.getUTCHours(),
  hour12: date.getUTCHours() % 12 || 12,
  half: date.getUTCHours() < 12 ? 'AM' : 'PM',
  minute: two(date.getUTCMinutes()),
});

const RENDERINGS: Readonly<Record<string, Rendering>> = {
  outlook: (date) => {
    const n = names(date);
    return `${n.weekday}, ${n.month} ${n.day}, ${n.year} ${n.hour12}:${n.minute} ${n.half}`;
  },
  glued: (date) => {
    const n = names(date);
    return `${n.weekday}, ${n.month} ${n.day}, ${n.year}${n.hour12}:${n.minute} ${n.half}`;
  },
  unpunctuated: (date) => {
    const n = names(date);
    return `${n.weekday} ${n.month} ${two(n.day)} ${n.year} ${two(n.hour12)}:${n.minute}${n.half}`;
  },
  unix: (date) => {
    const n = names(date);
    return `${n.weekday.slice(0, 3)} ${n.month.slice(0, 3)} ${two(n.day)} ${two(n.hour)}:${n.minute}:07 ${n.year}`;
  },
  unixGlued: (date) => {
    const n = names(date);
    return `${n.weekday.slice(0, 3)} ${n.month.slice(0, 3)} ${two(n.day)}${two(n.hour)}:${n.minute}:07 ${n.year}`;
  },
  internet: (date) => {
    const n = names(date);
    return `${n.weekday.slice(0, 3)}, ${n.day} ${n.month.slice(0, 3)} ${n.year} ${two(n.hour)}:${n.minute}:07 -0500`;
  },
  slashes: (date) => {
    const n = names(date);
    return `${date.getUTCMonth() + 1}/${n.day}/${n.year} ${n.hour12}:${n.minute} ${n.half}`;
  },
  iso: (date) => `${date.toISOString().slice(0, 10)} ${date.toISOString().slice(11, 16)}`,
  scanned: (date) => {
    const n = names(date);
    const value = `${n.day}, ${n.year} ${two(n.hour)}:${n.minute}`;
    return `${n.weekday}, ${n.month} ${value.replaceAll('1', 'l').replaceAll('0', 'O')}`;
  },
};

const moment = fc.date({
  min: new Date('1970-01-01T00:00:00Z'),
  max: new Date('2030-12-31T23:59:59Z'),
  noInvalidDate: true,
});

describe('the reader of written dates, for any date and time', () => {
  it.each(Object.entries(RENDERINGS))(
    'reads the date and time from the format "%s"',
    (_, render) => {
      fc.assert(
        fc.property(moment, (date) => {
          const read = readWrittenDate(render(date));

          expect(read?.time).toBe(date.toISOString().slice(0, 16));
          expect(read?.weekdayDisagrees).toBe(false);
        }),
      );
    },
  );

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (line) => {
        expect(() => readWrittenDate(line)).not.toThrow();
      }),
    );
  });
});
