import { createSnapshots } from '#src/app/corpus/snapshots.ts';
import { invariant } from '#src/domain/failure.ts';
import type { Store } from '#src/store/database/open-store.ts';
import type { Config } from '../config/config.ts';
import type { Log } from '../telemetry/log.ts';
import { createExecutor } from './create-executor.ts';
import type { Engine } from './engine.ts';

/** Creates an engine that executes operations in this thread. */
export function createLocalEngine(store: Store, config: Config, log: Log): Engine {
  const snapshots = createSnapshots(store);
  const execute = createExecutor(store, snapshots, config, log);
  return {
    load: snapshots.at,
    execute: async (request, revision) => {
      const response = await execute(request, await snapshots.at(revision));
      invariant(response !== 'HANDED_BACK', 'there is no other executor');
      return response;
    },
    close: () => Promise.resolve(),
  };
}
