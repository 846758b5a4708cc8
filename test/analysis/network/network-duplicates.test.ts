import { describe, expect, it } from 'vitest';
import type { NetworkDuplicates } from '#src/analysis/network/network-options.ts';
import { dayNumber } from '#src/domain/dates.ts';
import type { TestPosition } from '../columns.ts';
import { networkOf } from './network-world.ts';

const on = (day: string): number => dayNumber(day) ?? Number.NaN;

function counted(duplicates: NetworkDuplicates, positions: readonly TestPosition[]): number {
  const measure = { mode: 'TWO_MODE', weight: 'IGNORE', normalisation: 'NONE' } as const;
  const { activity } = networkOf(positions, measure, { duplicates });
  return activity[0] ?? 0;
}

describe('duplicates in a network', () => {
  /** One stance stated six times, in four documents, three months and two years. */
  const statements = [
    { document: 1, day: on('2006-03-01') },
    { document: 1, day: on('2006-03-31') },
    { document: 2, day: on('2006-03-31') },
    { document: 3, day: on('2006-04-01') },
    { document: 4, day: on('2007-03-05') },
    { document: 4, day: on('2007-03-05') },
  ];

  it.each([
    ['ALL', 6],
    ['DOCUMENT', 4],
    ['MONTH', 3],
    ['YEAR', 2],
    ['RANGE', 1],
  ] as const)('by %s: %d of six statements count', (duplicates, expected) => {
    expect(counted(duplicates, statements)).toBe(expected);
  });

  it('by MONTH exclude the same month of another year, before and after 1970', () => {
    const march = ['1969-03-01', '1970-03-01', '2006-03-01', '2007-03-01'];

    expect(
      counted(
        'MONTH',
        march.map((day) => ({ day: on(day) })),
      ),
    ).toBe(4);
  });

  it.each(['DOCUMENT', 'MONTH', 'YEAR', 'RANGE'] as const)(
    'by %s have the same actor, condition and stance',
    (duplicates) => {
      const { activity } = networkOf(
        [{}, {}, { stance: 1 }, { holder: 1 }, { condition: 1 }, { holder: 1, condition: 1 }],
        { mode: 'TWO_MODE', weight: 'IGNORE', normalisation: 'NONE' },
        { duplicates, conditions: [0, 1] },
      );

      expect(activity).toEqual([3, 2, 3, 2]);
    },
  );
});
