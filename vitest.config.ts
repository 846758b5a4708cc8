import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    // Processes, databases and migrations are real, and machines differ.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Most of the time goes to waiting for processes.
    maxWorkers: 2,
    // Files that share a worker share the loaded schema; no file keeps state in a module.
    isolate: false,
    execArgv: ['--liftoff-only'],
    server: { deps: { inline: [/graphql/, /@pothos/] } },
  },
});
