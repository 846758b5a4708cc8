import type { BootstrapOptions } from '#src/analysis/reliability/bootstrap-alpha.ts';
import { Failure } from '#src/domain/failure.ts';

/** How to estimate confidence intervals; omitted fields have their defaults. */
export interface BootstrapInput {
  readonly samples?: number | null | undefined;
  readonly seed?: number | null | undefined;
  readonly confidence?: number | null | undefined;
}

/** Defaults of the bootstrap: samples, seed of the random numbers, confidence level. */
export const BOOTSTRAP_DEFAULTS: BootstrapOptions = { samples: 1000, seed: 1, confidence: 0.95 };
/** Maximum bootstrap samples. */
export const MAX_SAMPLES = 10_000;

/** Fills in the defaults. Throws `BAD_INPUT` for values out of range. */
export function bootstrapOptions(input: BootstrapInput | null | undefined): BootstrapOptions {
  const options = {
    samples: input?.samples ?? BOOTSTRAP_DEFAULTS.samples,
    seed: input?.seed ?? BOOTSTRAP_DEFAULTS.seed,
    confidence: input?.confidence ?? BOOTSTRAP_DEFAULTS.confidence,
  };
  const reject = (field: keyof BootstrapOptions, range: string): never => {
    throw new Failure('BAD_INPUT', `${field} is ${options[field]}; it must be ${range}.`, {
      input: ['bootstrap', field],
    });
  };
  if (options.samples < 1 || options.samples > MAX_SAMPLES)
    reject('samples', `from 1 to ${MAX_SAMPLES}`);
  if (!(options.confidence > 0 && options.confidence < 1))
    reject('confidence', 'between 0 and 1, both exclusive: 0.95');
  return options;
}
