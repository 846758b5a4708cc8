import { defineConfig } from 'vitest/config';
import base from '../../vitest.config.ts';

/** Takes long, so it is a run of its own: `npm run fuzz`. FUZZ_RUNS and FUZZ_SEED set how long and which. */
export default defineConfig({
  test: {
    ...base.test,
    include: ['test/fuzz/**/*.fuzz.ts'],
    testTimeout: 12 * 3_600_000,
    disableConsoleIntercept: true,
  },
});
