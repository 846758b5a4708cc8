import {
  type BootstrapOptions,
  bootstrapAlpha,
} from '#src/analysis/reliability/bootstrap-alpha.ts';
import {
  type CoderAgreement,
  measureAgreement,
} from '#src/analysis/reliability/coder-agreement.ts';
import { coincidences } from '#src/analysis/reliability/coincidences.ts';
import {
  krippendorffAlpha,
  type MeasurementLevel,
} from '#src/analysis/reliability/krippendorff-alpha.ts';
import type { Unit } from '#src/analysis/reliability/match-units.ts';
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';

/** Parameters of the measures. */
export interface AgreementBasis {
  /** Number of coders compared. */
  readonly coders: number;
  /** Values of the codebook's stance levels, lowest first. */
  readonly scale: readonly number[];
  readonly bootstrap: BootstrapOptions;
}

type Intervals = ReturnType<typeof bootstrapAlpha>;

/** Agreement of coders on the stances of units. Alpha and its intervals are computed when they are read. */
export class IntercoderAgreement {
  readonly corpus: CorpusSnapshot;
  readonly counts: CoderAgreement;
  readonly #basis: AgreementBasis;
  #intervals: Intervals | null = null;

  constructor(corpus: CorpusSnapshot, units: readonly Unit[], basis: AgreementBasis) {
    this.corpus = corpus;
    this.counts = measureAgreement(units, basis.coders, basis.scale);
    this.#basis = basis;
  }

  /** Krippendorff's alpha at a level of measurement, at most 1; null where it is undefined. */
  alpha(level: MeasurementLevel): number | null {
    const { scale } = this.#basis;
    return krippendorffAlpha(coincidences(this.counts.patterns, scale.length), scale, level);
  }

  /** The bootstrap interval of alpha; null where alpha is. All levels share the same resamples. */
  interval(level: MeasurementLevel): Intervals[MeasurementLevel] {
    if (this.alpha(level) === null) return null;
    const { scale, bootstrap } = this.#basis;
    this.#intervals ??= bootstrapAlpha(this.counts.patterns, scale, bootstrap);
    return this.#intervals[level];
  }

  /** Units in the order of their words; with `agreed`, only units in common on which coders agree, or differ. */
  units(agreed: boolean | null | undefined): readonly Unit[] {
    return agreed === null || agreed === undefined
      ? this.counts.units
      : this.counts.units.filter((unit) => isAgreed(unit) === agreed);
  }
}

/** Whether all coders who found a unit gave it the same stance; null if one coder alone found it. */
export function isAgreed(unit: Unit): boolean | null {
  return unit.length > 1 ? unit.every(({ stance }) => stance === unit[0]?.stance) : null;
}
