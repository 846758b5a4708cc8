import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bootstrapAlpha } from '#src/analysis/reliability/bootstrap-alpha.ts';
import { coincidences } from '#src/analysis/reliability/coincidences.ts';
import { krippendorffAlpha } from '#src/analysis/reliability/krippendorff-alpha.ts';
import { seeded } from '#src/analysis/reliability/random.ts';
import { unitPatterns } from '#src/analysis/reliability/unit-patterns.ts';
import { FOUR_OBSERVERS, unitsOf } from './reliability-tables.ts';

const SCALE = [1, 2, 3, 4, 5];
const PATTERNS = unitPatterns(unitsOf(FOUR_OBSERVERS), SCALE);
const OPTIONS = { samples: 1000, seed: 1, confidence: 0.95 };

describe('the bootstrap interval of alpha', () => {
  it('is the same for the same seed, and differs for another seed', () => {
    const [first, again] = [
      bootstrapAlpha(PATTERNS, SCALE, OPTIONS),
      bootstrapAlpha(PATTERNS, SCALE, OPTIONS),
    ];
    const other = bootstrapAlpha(PATTERNS, SCALE, { ...OPTIONS, seed: 2 });

    expect(again).toEqual(first);
    expect(other.ORDINAL?.lower).not.toBe(first.ORDINAL?.lower);
    expect(first).toMatchInlineSnapshot(`
      {
        "INTERVAL": {
          "confidence": 0.95,
          "lower": 0.4442927181288997,
          "samples": 1000,
          "seed": 1,
          "undefinedSamples": 0,
          "upper": 1,
        },
        "NOMINAL": {
          "confidence": 0.95,
          "lower": 0.4120847819915907,
          "samples": 1000,
          "seed": 1,
          "undefinedSamples": 0,
          "upper": 1,
        },
        "ORDINAL": {
          "confidence": 0.95,
          "lower": 0.44565679845711575,
          "samples": 1000,
          "seed": 1,
          "undefinedSamples": 0,
          "upper": 1,
        },
      }
    `);
  });

  it('agrees with drawing the units one by one', () => {
    // Units drawn one by one, with the plain generator of another seed: no patterns, no binomial.
    const pairable = unitsOf(FOUR_OBSERVERS).filter((values) => values.length > 1);
    const random = seeded(99);
    const alphas: number[] = [];
    for (let i = 0; i < 4000; i += 1) {
      const drawn = pairable.map(() => pairable[Math.floor(random() * pairable.length)] ?? []);
      const matrix = coincidences(unitPatterns(drawn, SCALE), SCALE.length);
      alphas.push(krippendorffAlpha(matrix, SCALE, 'NOMINAL') ?? Number.NaN);
    }
    alphas.sort((a, b) => a - b);

    const { NOMINAL } = bootstrapAlpha(PATTERNS, SCALE, { ...OPTIONS, samples: 4000 });

    expect(NOMINAL?.lower).toBeCloseTo(alphas[99] ?? Number.NaN, 1);
    expect(NOMINAL?.upper).toBeCloseTo(alphas[3899] ?? Number.NaN, 1);
  });

  it('narrows as the number of units grows', () => {
    const many = PATTERNS.map((pattern) => ({ ...pattern, units: pattern.units * 100 }));

    const [few, more] = [
      bootstrapAlpha(PATTERNS, SCALE, OPTIONS).ORDINAL,
      bootstrapAlpha(many, SCALE, OPTIONS).ORDINAL,
    ];

    // A hundred times as many units: a tenth of the width.
    const width = (interval: typeof few) => (interval?.upper ?? 0) - (interval?.lower ?? 0);
    expect(width(more) / width(few)).toBeGreaterThan(0.05);
    expect(width(more) / width(few)).toBeLessThan(0.2);
  });

  it('leaves out resamples without variation, and counts them', () => {
    const patterns = unitPatterns(
      [
        [1, 1],
        [2, 2],
      ],
      SCALE,
    );

    const { ORDINAL } = bootstrapAlpha(patterns, SCALE, OPTIONS);

    expect(ORDINAL).toMatchObject({ lower: 1, upper: 1 });
    // Both draws are the same unit half of the time.
    expect(ORDINAL?.undefinedSamples).toBeGreaterThan(430);
    expect(ORDINAL?.undefinedSamples).toBeLessThan(570);
  });

  it('is null with fewer than two units or without variation', () => {
    const none = { NOMINAL: null, ORDINAL: null, INTERVAL: null };

    expect(bootstrapAlpha(unitPatterns([], SCALE), SCALE, OPTIONS)).toEqual(none);
    expect(bootstrapAlpha(unitPatterns([[1, 2], [3]], SCALE), SCALE, OPTIONS)).toEqual(none);
    expect(
      bootstrapAlpha(
        unitPatterns(
          [
            [1, 1],
            [1, 1],
          ],
          SCALE,
        ),
        SCALE,
        OPTIONS,
      ),
    ).toEqual(none);
  });

  it('has ordered limits within the bounds of alpha for any values', () => {
    const units = fc.array(fc.array(fc.constantFrom(...SCALE), { minLength: 1, maxLength: 3 }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(units, fc.integer(), (some, seed) => {
        const intervals = bootstrapAlpha(unitPatterns(some, SCALE), SCALE, {
          samples: 20,
          seed,
          confidence: 0.9,
        });

        for (const interval of Object.values(intervals)) {
          if (interval === null) continue;
          expect(interval.lower).toBeLessThanOrEqual(interval.upper);
          expect(interval.upper).toBeLessThanOrEqual(1 + 1e-12);
          expect(interval.lower).toBeGreaterThanOrEqual(-1);
        }
      }),
    );
  });
});
