import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vanDerEijkAgreement } from '#src/analysis/comparison/van-der-eijk-agreement.ts';

describe('van der Eijk’s agreement', () => {
  // The worked example of the R package agrmt (Ruedin), an implementation of van der Eijk 2001.
  it('is 0.6113 for the published example', () => {
    expect(vanDerEijkAgreement([30, 40, 210, 130, 530, 50, 10])).toBeCloseTo(0.6113333, 7);
  });

  // van der Eijk 2001: the three cases that fix the ends and the middle of the measure.
  it.each([
    ['1 when all positions are at one level', [0, 0, 7, 0, 0], 1],
    ['0 when positions are spread evenly', [4, 4, 4, 4, 4], 0],
    ['−1 when half of the positions are at each end', [3, 0, 0, 0, 3], -1],
  ])('is %s', (_what, counts, expected) => {
    expect(vanDerEijkAgreement(counts)).toBeCloseTo(expected, 12);
  });

  it('equals the weighted mean of its layers, calculated by hand', () => {
    // 1 2 0 1 0 peels into 1 1 0 1 0 (three positions) and 0 1 0 0 0 (one).
    // 11010: 110 at (1,2,3), (1,2,5), (1,4,5), (2,4,5); 011 at none of (1..): (3,…) none; 101 at
    // (1,3,4) and (2,3,4). U = (3·4 − 4·2) / (3·6) = 2/9; A = 2/9 · (1 − 2/4) = 1/9.
    expect(vanDerEijkAgreement([1, 2, 0, 1, 0])).toBeCloseTo((3 * (1 / 9) + 1 * 1) / 4, 12);
  });

  it('is null without positions and on a scale of one level', () => {
    expect(vanDerEijkAgreement([0, 0, 0, 0, 0])).toBeNull();
    expect(vanDerEijkAgreement([3])).toBeNull();
  });

  const counts = fc
    .array(fc.nat(20), { minLength: 2, maxLength: 7 })
    .filter((each) => each.some((count) => count > 0));

  it('is between −1 and 1, and the same for a reversed scale or multiplied counts', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 9 }), (each, times) => {
        const found = vanDerEijkAgreement(each) ?? Number.NaN;

        expect(found).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(found).toBeLessThanOrEqual(1 + 1e-12);
        expect(vanDerEijkAgreement(each.toReversed())).toBeCloseTo(found, 12);
        expect(vanDerEijkAgreement(each.map((count) => count * times))).toBeCloseTo(found, 12);
      }),
    );
  });
});
