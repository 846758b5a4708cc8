import { BOOTSTRAP_DEFAULTS, MAX_SAMPLES } from '#src/app/reliability/bootstrap-options.ts';
import { builder } from '../core/builder.ts';

export const Bootstrap = builder.inputType('Bootstrap', {
  description: 'How to estimate confidence intervals by drawing the units anew.',
  fields: (t) => ({
    samples: t.int({
      description: `How many times to draw, from 1 to ${MAX_SAMPLES}; ${BOOTSTRAP_DEFAULTS.samples} without it.`,
    }),
    seed: t.int({
      description: `Where to start in the sequence of random numbers: the same seed gives the same interval. ${BOOTSTRAP_DEFAULTS.seed} without it.`,
    }),
    confidence: t.float({
      description: `Share of the draws that the interval covers, between 0 and 1; ${BOOTSTRAP_DEFAULTS.confidence} without it.`,
    }),
  }),
});
