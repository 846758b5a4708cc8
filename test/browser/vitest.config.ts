import { defineConfig } from 'vitest/config';
import base from '../../vitest.config.ts';

/** Needs Chromium on the path or in CHROMIUM; so it is a run of its own. */
export default defineConfig({
  test: { ...base.test, include: ['test/browser/**/*.browser.ts'], testTimeout: 180_000 },
});
