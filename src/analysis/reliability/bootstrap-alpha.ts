/**
 * Bootstrap confidence intervals of Krippendorff's alpha: in which range alpha would lie if other
 * units had been coded.
 *
 * Units are drawn with replacement, as many as are pairable, and alpha is computed anew from all
 * that belongs to each (Efron and Tibshirani 1993, An Introduction to the Bootstrap, ch. 13); the
 * interval lies between the percentiles of these alphas. Krippendorff's own algorithm (2006, "Bootstrapping
 * distributions for Krippendorff's alpha"; Hayes and Krippendorff 2007) draws pairs of values
 * instead and keeps D_e as it was observed. It treats the pairs of one unit as independent and
 * chance as known, so that its intervals are too narrow in small data (Gwet 2015, "Standard error of
 * Krippendorff's alpha coefficient"; Hughes 2022, arXiv:2210.13265). Units are what is independent here.
 *
 * A draw of n units is a draw of how often each pattern occurs (multinomial, by a binomial for
 * each pattern), so that its cost does not grow with the number of units.
 * Undefined cases: fewer than two pairable units → null. Resamples in which nothing varies have no
 * alpha and are left out; `undefinedSamples` says how many. None left → null.
 */
import { binomial } from './binomial.ts';
import { coincidences } from './coincidences.ts';
import {
  krippendorffAlpha,
  MEASUREMENT_LEVELS,
  type MeasurementLevel,
} from './krippendorff-alpha.ts';
import { type Random, seeded } from './random.ts';
import type { UnitPattern } from './unit-patterns.ts';

export interface BootstrapOptions {
  /** How many resamples. */
  readonly samples: number;
  readonly seed: number;
  /** Share of the resamples that the interval covers, between 0 and 1. */
  readonly confidence: number;
}

export interface ConfidenceInterval extends BootstrapOptions {
  readonly lower: number;
  readonly upper: number;
  readonly undefinedSamples: number;
}

/** An interval for each level of measurement, all from the same resamples. */
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

/** How often each pattern occurs among as many units drawn with replacement. */
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

/** Linear between the two nearest (Hyndman and Fan 1996, The American Statistician 50, type 7). */
function quantile(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}
