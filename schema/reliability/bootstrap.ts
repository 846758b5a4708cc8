import type { BootstrapOptions } from '#src/analysis/reliability/bootstrap-alpha.ts';
import { Failure } from '#src/domain/failure.ts';
import { builder } from '../core/builder.ts';

const DEFAULTS: BootstrapOptions = { samples: 1000, seed: 1, confidence: 0.95 };
const MAX_SAMPLES = 10_000;

export const Bootstrap = builder.inputType('Bootstrap', {
  description: 'How to estimate confidence intervals by drawing the units anew.',
  fields: (t) => ({
    samples: t.int({
      description: `How many times to draw, from 1 to ${MAX_SAMPLES}; ${DEFAULTS.samples} without it.`,
    }),
    seed: t.int({
      description: `Where to start in the sequence of random numbers: the same seed gives the same interval. ${DEFAULTS.seed} without it.`,
    }),
    confidence: t.float({
      description: `Share of the draws that the interval covers, between 0 and 1; ${DEFAULTS.confidence} without it.`,
    }),
  }),
});

/** The options that are given, and the defaults of the others; fails on those out of range. */
export function toOptions(
  given: typeof Bootstrap.$inferInput | null | undefined,
): BootstrapOptions {
  const options = {
    samples: given?.samples ?? DEFAULTS.samples,
    seed: given?.seed ?? DEFAULTS.seed,
    confidence: given?.confidence ?? DEFAULTS.confidence,
  };
  const refuse = (field: keyof BootstrapOptions, range: string): never => {
    throw new Failure('BAD_INPUT', `${field} is ${options[field]}; it must be ${range}.`, {
      input: ['bootstrap', field],
    });
  };
  if (options.samples < 1 || options.samples > MAX_SAMPLES)
    refuse('samples', `from 1 to ${MAX_SAMPLES}`);
  if (!(options.confidence > 0 && options.confidence < 1))
    refuse('confidence', 'between 0 and 1, both exclusive: 0.95');
  return options;
}
