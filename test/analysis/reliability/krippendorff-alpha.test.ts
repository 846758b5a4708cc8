import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coincidences } from '#src/analysis/reliability/coincidences.ts';
import {
  krippendorffAlpha,
  MEASUREMENT_LEVELS,
} from '#src/analysis/reliability/krippendorff-alpha.ts';
import { percentAgreement } from '#src/analysis/reliability/percent-agreement.ts';
import { unitPatterns } from '#src/analysis/reliability/unit-patterns.ts';
import {
  BINARY,
  FOUR_OBSERVERS,
  THREE_CODERS,
  TWO_OBSERVERS,
  unitsOf,
} from './reliability-tables.ts';

const SCALE = [0, 1, 2, 3, 4, 5];
const STANCES = [-2, -1, 0, 1, 2];

function alphas(units: readonly (readonly number[])[], scale: readonly number[] = SCALE) {
  const matrix = coincidences(unitPatterns(units, scale), scale.length);
  return MEASUREMENT_LEVELS.map((level) => krippendorffAlpha(matrix, scale, level));
}

const rounded = (values: readonly (number | null)[]) =>
  values.map((value) => (value === null ? null : Number(value.toFixed(3))));

/** Without the last digits, which depend on the order of summing; and without −0. */
const nearly = (values: readonly (number | null)[]) =>
  values.map((value) => value && Number(value.toFixed(9)) + 0);

const units = fc.array(fc.array(fc.constantFrom(...STANCES), { minLength: 1, maxLength: 4 }), {
  maxLength: 30,
});

describe("Krippendorff's alpha", () => {
  it('matches the published values for four observers with missing values', () => {
    expect(rounded(alphas(unitsOf(FOUR_OBSERVERS)))).toEqual([0.743, 0.815, 0.849]);
  });

  it.each([
    ['two observers and binary data', BINARY, 0.095],
    ['two observers and nominal data', TWO_OBSERVERS, 0.692],
    ['three coders and many missing values', THREE_CODERS, 0.691],
  ])('matches the published nominal value for %s', (_what, table, nominal) => {
    expect(rounded(alphas(unitsOf(table)))[0]).toBe(nominal);
  });

  it('matches the published interval value for three coders', () => {
    expect(rounded(alphas(unitsOf(THREE_CODERS)))[2]).toBe(0.811);
  });

  it('is the same at every level of measurement for two coders with two values', () => {
    const [nominal, ordinal, interval] = alphas(unitsOf(BINARY));

    expect(ordinal).toBeCloseTo(nominal ?? Number.NaN, 12);
    expect(interval).toBeCloseTo(nominal ?? Number.NaN, 12);
  });

  it('weights the pairs of a unit so that every value counts once', () => {
    const { cells } = coincidences(unitPatterns([[1, 1, 2], [2]], [1, 2]), 2);

    expect([...cells]).toEqual([1, 1, 1, 0]);
  });

  it('is null without pairable values or without variation', () => {
    expect(alphas([])).toEqual([null, null, null]);
    expect(alphas([[1], [2]])).toEqual([null, null, null]);
    expect(alphas([[2, 2], [2, 2, 2], [1]])).toEqual([null, null, null]);
  });

  it('is 1 for coders who always agree, if their values vary', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STANCES), { maxLength: 30 }), (values) => {
        const all = alphas(
          values.map((value) => [value, value, value]),
          STANCES,
        );

        const expected = new Set(values).size > 1 ? 1 : null;
        expect(all).toEqual([expected, expected, expected]);
      }),
    );
  });

  it('is between −1 and 1 when defined', () => {
    fc.assert(
      fc.property(units, (some) => {
        for (const alpha of alphas(some, STANCES)) {
          if (alpha === null) continue;
          expect(alpha).toBeLessThanOrEqual(1 + 1e-12);
          expect(alpha).toBeGreaterThanOrEqual(-1);
        }
      }),
    );
  });

  it('does not depend on the order of units or coders', () => {
    fc.assert(
      fc.property(units, (some) => {
        const turned = some.map((values) => values.toReversed()).toReversed();

        const [before, after] = [alphas(some, STANCES), alphas(turned, STANCES)];

        expect(nearly(after)).toEqual(nearly(before));
      }),
    );
  });
});

function agreement(some: readonly (readonly number[])[]) {
  return percentAgreement(unitPatterns(some, SCALE));
}

describe('percent agreement', () => {
  it('is the share of pairs that agree', () => {
    expect(agreement(unitsOf(BINARY))).toBe(0.6);
    expect(agreement([[1, 1, 2], [3]])).toBeCloseTo(1 / 3, 12);
    expect(
      agreement([
        [1, 1, 2],
        [3, 3],
      ]),
    ).toBe(0.5);
  });

  it('is null when no unit has two values', () => {
    expect(agreement([])).toBeNull();
    expect(agreement([[1], [2]])).toBeNull();
  });
});
