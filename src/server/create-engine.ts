import type { Store } from '#src/store/database/open-store.ts';
import type { Config } from './config/config.ts';
import type { Engine } from './engine/engine.ts';
import type { Log } from './telemetry/log.ts';

/** Creates the engine: threads, or none besides this one if the configuration says so. */
export async function createEngine(store: Store, config: Config, log: Log): Promise<Engine> {
  if (config.threads > 0) {
    const { startThreads } = await import('./threads/start-threads.ts');
    return startThreads(store, config, log);
  }
  const { createLocalEngine } = await import('./engine/local-engine.ts');
  return createLocalEngine(store, config, log);
}
