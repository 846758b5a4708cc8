import { defineConfig } from 'vitest/config';
import base from '../../vitest.config.ts';

/** A configuration of its own, because the tests need Chromium: /usr/bin/chromium or the path in CHROMIUM. */
export default defineConfig({
  test: { ...base.test, include: ['test/browser/**/*.browser.ts'], testTimeout: 180_000 },
});
