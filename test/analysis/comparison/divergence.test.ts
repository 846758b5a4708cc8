import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distance } from '#src/analysis/comparison/distance.ts';
import type { Distribution } from '#src/analysis/comparison/distribution.ts';
import { divergences } from '#src/analysis/comparison/divergences.ts';
import { overlap } from '#src/analysis/comparison/overlap.ts';

const SCALE = [2, 1, 0, -1, -2];
const at = (...counts: readonly number[]): Distribution =>
  new Map(SCALE.map((value, i) => [value, counts[i] ?? 0]));
const some = fc
  .array(fc.nat(9), { minLength: 5, maxLength: 5 })
  .filter((counts) => counts.some((count) => count > 0))
  .map((counts) => at(...counts));
const share = (one: Distribution, value: number): number =>
  (one.get(value) ?? 0) / [...one.values()].reduce((a, b) => a + b, 0);

describe('the earth mover’s distance', () => {
  it.each([
    ['0 between distributions with equal shares', at(2, 1), at(4, 2), 0],
    ['1 between the two ends of the scale', at(3), at(0, 0, 0, 0, 5), 1],
    // Half the mass over two of the four steps of the range.
    ['0.25 when half of the positions move two levels', at(2), at(1, 0, 1), 0.25],
    // 1/2 one step and 1/2 two steps, of four.
    [
      '0.375 when half of the positions move one level and half two',
      at(0, 1, 1),
      at(0, 0, 1, 0, 1),
      0.375,
    ],
  ])('is %s', (_what, a, b, expected) => {
    expect(distance(a, b)).toBeCloseTo(expected, 12);
  });

  it('is relative to the declared range of a shorter scale', () => {
    const [upholds, leaves] = [[1, 0, 0] as const, [0, 1, 0] as const].map(
      ([high, none, low]) =>
        new Map<number, number>([
          [2, high],
          [0, none],
          [-1, low],
        ]),
    );

    expect(distance(upholds ?? at(), leaves ?? at())).toBeCloseTo(2 / 3, 12);
  });

  it('is null when either side has no positions', () => {
    expect(distance(at(), at(1))).toBeNull();
    expect(distance(at(1), at())).toBeNull();
  });

  it('is a metric', () => {
    fc.assert(
      fc.property(some, some, some, (a, b, c) => {
        const [ab, bc, ac] = [distance(a, b), distance(b, c), distance(a, c)].map(Number);

        expect(distance(b, a)).toBe(ab);
        expect(ab).toBeGreaterThanOrEqual(0);
        expect(ab).toBeLessThanOrEqual(1);
        expect(ac).toBeLessThanOrEqual(Number(ab) + Number(bc) + 1e-12);
        expect(ab === 0).toBe(SCALE.every((value) => share(a, value) === share(b, value)));
        expect(distance(a, a)).toBe(0);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the overlap of two distributions', () => {
  it.each([
    ['1 for equal shares', at(2, 1), at(4, 2), 1],
    ['0 for distributions with nothing in common', at(1), at(0, 1), 0],
    ['0.5 for distributions with half in common', at(1, 1), at(0, 3), 0.5],
  ])('is %s', (_what, a, b, expected) => {
    expect(overlap(a, b)).toBeCloseTo(expected, 12);
  });

  it('is null when either side has no positions', () => {
    expect(overlap(at(), at(1))).toBeNull();
  });

  it('is symmetric, and 1 exactly when the distance is 0', () => {
    fc.assert(
      fc.property(some, some, (a, b) => {
        expect(overlap(a, b) === 1).toBe(distance(a, b) === 0);
        expect(overlap(a, b)).toBe(overlap(b, a));
        expect(overlap(a, a)).toBe(1);
      }),
      { numRuns: 500 },
    );
  });
});

const cell = (name: string, distribution: Distribution) => ({ name, distribution });

describe('divergences', () => {
  it('compare every pair of rows on every condition on which both have positions', () => {
    const rows = [
      { cells: [cell('a1', at(1)), cell('a2', at())] },
      { cells: [cell('b1', at(0, 0, 0, 0, 1)), cell('b2', at(1))] },
      { cells: [cell('c1', at(1)), cell('c2', at(0, 1))] },
    ];

    const found = divergences(rows);

    expect(found.map(({ a, b, distance: apart }) => [a.name, b.name, apart])).toEqual([
      ['a1', 'b1', 1],
      ['a1', 'c1', 0],
      ['b1', 'c1', 1],
      ['b2', 'c2', 0.25],
    ]);
  });
});
