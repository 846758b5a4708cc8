import { defineConfig } from 'vitest/config';
import base from '../../vitest.config.ts';

/** Configuration of `npm run fuzz`, which is not part of the suite. FUZZ_RUNS sets the number of requests, FUZZ_SEED the seed. */
export default defineConfig({
  test: {
    ...base.test,
    include: ['test/fuzz/**/*.fuzz.ts'],
    testTimeout: 12 * 3_600_000,
    // What others do at the same time would count as delay.
    fileParallelism: false,
    disableConsoleIntercept: true,
  },
});
