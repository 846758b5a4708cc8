/** Opens the store, and imports the seed corpus into an empty one. */
import { fileURLToPath } from 'node:url';
import {
  corpusNotFound,
  openStore,
  type Store,
  type StoreOptions,
} from '#src/store/database/open-store.ts';
import { latestRevision } from '#src/store/read/latest-revision.ts';

/** How to open a corpus. */
export interface CorpusOptions extends StoreOptions {
  /** Receives the progress (0…1) of the seed import. */
  readonly onSeeding?: (part: number) => void;
  /** Receives the duration of the seed import. */
  readonly onSeeded?: (milliseconds: number) => void;
}

const SEEDS = fileURLToPath(new URL('../../../seeds', import.meta.url));

/** Opens the store, and imports the seed corpus if it is empty. */
export async function openCorpus(options: CorpusOptions): Promise<Store> {
  const store = await openStore(options);
  try {
    if ((await latestRevision(store.sql)) === 0) {
      if (options.mustExist === true) throw corpusNotFound(store.location);
      const started = performance.now();
      // The parsers are slow to load, and only a first start needs them.
      const { importPaths } = await import('../import/import-paths.ts');
      await importPaths(store, {
        paths: [SEEDS],
        author: 'demarche',
        message: 'The seed corpus',
        dryRun: false,
        onProgress: (stage, part) =>
          options.onSeeding?.(stage === 'reading' ? part / 2 : 0.5 + part / 2),
      });
      options.onSeeded?.(performance.now() - started);
    }
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}
