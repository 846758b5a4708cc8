import { binomial } from './binomial.ts';
import { coincidences } from './coincidences.ts';
import {
  krippendorffAlpha,
  MEASUREMENT_LEVELS,
  type MeasurementLevel,
} from './krippendorff-alpha.ts';
import { type Random, seeded } from './random.ts';
import type { UnitPattern } from './unit-patterns.ts';

/** Parameters of a bootstrap. */
export interface BootstrapOptions {
  /** Number of resamples. */
  readonly samples: number;
  /** Seed of the random numbers; the same seed gives the same interval. */
  readonly seed: number;
  /** Confidence level of the interval, between 0 and 1. */
  readonly confidence: number;
}

/** Percentile interval of alpha; `undefinedSamples` counts the resamples without an alpha. */
export interface ConfidenceInterval extends BootstrapOptions {
  readonly lower: number;
  readonly upper: number;
  readonly undefinedSamples: number;
}

/**
 * Bootstrap confidence intervals of Krippendorff's alpha, one for each level of measurement, all
 * from the same resamples. `scale` lists the values of the levels in order of rank.
 *
 * Units are drawn with replacement, as many as are pairable, and alpha is computed from each
 * resample (Efron and Tibshirani 1993, An Introduction to the Bootstrap, ch. 13); the bounds are
 * percentiles of these alphas. Krippendorff's own algorithm (2006, "Bootstrapping distributions for
 * Krippendorff's alpha"; Hayes and Krippendorff 2007) draws pairs of values instead and fixes D_e
 * at its observed value. It treats the pairs of one unit as independent, which makes its intervals
 * too narrow for small data (Gwet 2015, "Standard error of Krippendorff's alpha coefficient";
 * Hughes 2022, arXiv:2210.13265). Here only units are independent.
 *
 * Resampling n units means drawing the frequency of each pattern (multinomial, as a chain of
 * binomials), so that the cost does not grow with the number of units. Undefined cases: fewer than
 * two pairable units → null. Resamples in which nothing varies have no alpha and are omitted; all
 * resamples omitted → null.
 */
export function bootstrapAlpha(
  patterns: readonly UnitPattern[],
  scale: readonly number[],
  options: BootstrapOptions,
): Readonly<Record<MeasurementLevel, ConfidenceInterval | null>> {
  const pairable = patterns.filter(({ values }) => values > 1);
  const random = seeded(options.seed);
  const alphas: Record<MeasurementLevel, number[]> = { NOMINAL: [], ORDINAL: [], INTERVAL: [] };
  if (pairable.reduce((sum, { units }) => sum + units, 0) > 1) {
    for (let i = 0; i < options.samples; i += 1) {
      const matrix = coincidences(pairable, scale.length, resample(pairable, random));
      for (const level of MEASUREMENT_LEVELS) {
        const alpha = krippendorffAlpha(matrix, scale, level);
        if (alpha !== null) alphas[level].push(alpha);
      }
    }
  }
  const { NOMINAL, ORDINAL, INTERVAL } = alphas;
  return {
    NOMINAL: interval(NOMINAL, options),
    ORDINAL: interval(ORDINAL, options),
    INTERVAL: interval(INTERVAL, options),
  };
}

/** The frequency of each pattern among as many units drawn with replacement. */
function resample(patterns: readonly UnitPattern[], random: Random): readonly number[] {
  let left = patterns.reduce((sum, { units }) => sum + units, 0);
  let toDraw = left;
  return patterns.map(({ units }) => {
    const drawn = binomial(toDraw, units / left, random);
    left -= units;
    toDraw -= drawn;
    return drawn;
  });
}

function interval(alphas: readonly number[], options: BootstrapOptions): ConfidenceInterval | null {
  const sorted = Float64Array.from(alphas).toSorted();
  if (sorted.length === 0) return null;
  const tail = (1 - options.confidence) / 2;
  return {
    ...options,
    lower: quantile(sorted, tail),
    upper: quantile(sorted, 1 - tail),
    undefinedSamples: options.samples - sorted.length,
  };
}

/** Linear interpolation (Hyndman and Fan 1996, The American Statistician 50, type 7). */
function quantile(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}
