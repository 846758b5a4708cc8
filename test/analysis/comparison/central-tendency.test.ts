import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distribution } from '#src/analysis/comparison/distribution.ts';
import { mean } from '#src/analysis/comparison/mean.ts';
import { median } from '#src/analysis/comparison/median.ts';
import { columnsOf } from '../columns.ts';

const SCALE = [2, 1, 0, -1, -2];

function counted(stances: readonly number[]) {
  const columns = columnsOf(stances.map((stance) => ({ stance })));
  return distribution(
    columns,
    Int32Array.from(stances, (_, index) => index),
    SCALE,
  );
}

const stances = fc.array(fc.constantFrom(...SCALE), { minLength: 1, maxLength: 40 });

describe('the distribution of stances', () => {
  it('counts the positions at every level of the scale', () => {
    expect([...counted([2, 2, -1])]).toEqual([
      [2, 2],
      [1, 0],
      [0, 0],
      [-1, 1],
      [-2, 0],
    ]);
  });

  it('adds up to the number of positions', () => {
    fc.assert(
      fc.property(stances, (all) => {
        expect([...counted(all).values()].reduce((a, b) => a + b, 0)).toBe(all.length);
      }),
    );
  });
});

describe('the median stance', () => {
  it.each([
    [[2, 1, -2], 1],
    [[2, -1], 0.5],
    [[2, 2, 2, -2], 2],
    [[-2], -2],
    [[1, 2, -1, -2], 0],
  ])('of %j is %d', (all, expected) => {
    expect(median(counted(all))).toBe(expected);
  });

  it('is null without positions', () => {
    expect(median(counted([]))).toBeNull();
  });

  it('has at most half of the positions above it, and at most half below', () => {
    fc.assert(
      fc.property(stances, (all) => {
        const middle = median(counted(all)) ?? Number.NaN;

        expect(all.filter((value) => value > middle).length).toBeLessThanOrEqual(all.length / 2);
        expect(all.filter((value) => value < middle).length).toBeLessThanOrEqual(all.length / 2);
      }),
    );
  });
});

describe('the mean stance', () => {
  it.each([
    [[2, 1, -2], 1 / 3],
    [[2, -2], 0],
    [[-1, -1, -2], -4 / 3],
  ])('of %j is %d', (all, expected) => {
    expect(mean(counted(all))).toBeCloseTo(expected, 12);
  });

  it('is null without positions', () => {
    expect(mean(counted([]))).toBeNull();
  });

  it('changes its sign when every stance changes its sign', () => {
    fc.assert(
      fc.property(stances, (all) => {
        const turned = mean(counted(all.map((value) => -value)));

        expect(turned).toBeCloseTo(-(mean(counted(all)) ?? Number.NaN), 12);
      }),
    );
  });
});
