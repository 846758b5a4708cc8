import { BOOTSTRAP_DEFAULTS, MAX_SAMPLES } from '#src/app/reliability/bootstrap-options.ts';
import { builder } from '../core/builder.ts';

/** Options of the bootstrap of confidence intervals. */
export const Bootstrap = builder.inputType('Bootstrap', {
  description: 'Bootstrap of confidence intervals, which resamples units with replacement.',
  fields: (t) => ({
    samples: t.int({
      description: `Number of bootstrap samples, from 1 to ${MAX_SAMPLES}. Default: ${BOOTSTRAP_DEFAULTS.samples}.`,
    }),
    seed: t.int({
      description: `Seed of the random numbers: the same seed returns the same interval. Default: ${BOOTSTRAP_DEFAULTS.seed}.`,
    }),
    confidence: t.float({
      description: `Confidence level, the share of bootstrap samples that the interval covers, between 0 and 1, both exclusive. Default: ${BOOTSTRAP_DEFAULTS.confidence}.`,
    }),
  }),
});
