import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TwoModeNormalisation } from '#src/analysis/network/network-options.ts';
import { networkOf, positionsOf, type Table } from './network-world.ts';

/** Two actors on two conditions: 4 and 2 statements of the actors, 4 and 2 on the conditions. */
const TABLE: Table = [
  [{ 2: 2, [-1]: 1 }, { 1: 1 }],
  [{ [-2]: 1 }, { [-1]: 1 }],
];

function affiliations(
  weight: 'IGNORE' | 'SUBTRACT',
  normalisation: TwoModeNormalisation,
  table = TABLE,
) {
  const world = { named: [...table.keys()], conditions: [0, 1] };
  return networkOf(positionsOf(table), { mode: 'TWO_MODE', weight, normalisation }, world);
}

describe('a network of actors and conditions', () => {
  it.each([
    ['IGNORE', 'NONE', [3, 1, 1, 1]],
    ['IGNORE', 'ACTIVITY', [3 / 4, 1 / 4, 1 / 2, 1 / 2]],
    ['IGNORE', 'PROMINENCE', [3 / 4, 1 / 2, 1 / 4, 1 / 2]],
    ['SUBTRACT', 'NONE', [3, 1, -2, -1]],
    ['SUBTRACT', 'ACTIVITY', [3 / 4, 1 / 4, -2 / 2, -1 / 2]],
    ['SUBTRACT', 'PROMINENCE', [3 / 4, 1 / 2, -2 / 4, -1 / 2]],
  ] as const)('has the hand-calculated weights for %s normalised by %s', (weight, by, expected) => {
    const { edges, activity } = affiliations(weight, by);

    expect(edges).toEqual([
      { a: 0, b: 2, weight: expected[0] },
      { a: 0, b: 3, weight: expected[1] },
      { a: 1, b: 2, weight: expected[2] },
      { a: 1, b: 3, weight: expected[3] },
    ]);
    expect(activity).toEqual([4, 2, 4, 2]);
  });

  it('has an edge of weight 0 when stances cancel out, and none without positions', () => {
    const { edges } = affiliations('SUBTRACT', 'NONE', [[{ 2: 1, [-2]: 1 }, {}]]);

    expect(edges).toEqual([{ a: 0, b: 1, weight: 0 }]);
  });

  it('has weights with the sum 1 per actor by ACTIVITY and per condition by PROMINENCE', () => {
    const count = fc.nat(4).map((n) => ({ 1: n }));
    fc.assert(
      fc.property(fc.array(fc.tuple(count, count), { minLength: 1, maxLength: 5 }), (table) => {
        const { edges, activity } = affiliations('IGNORE', 'ACTIVITY', table);
        const prominent = affiliations('IGNORE', 'PROMINENCE', table).edges;

        for (const [node, all] of activity.entries()) {
          const own = (node < table.length ? edges : prominent).filter(
            ({ a, b }) => a === node || b === node,
          );
          const sum = own.reduce((total, { weight }) => total + weight, 0);
          expect(sum).toBeCloseTo(all === 0 ? 0 : 1, 12);
        }
      }),
    );
  });
});
