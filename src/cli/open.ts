import { type CorpusOptions, openCorpus } from '#src/app/corpus/open-corpus.ts';
import type { Config } from '#src/server/config/config.ts';
import type { Store } from '#src/store/database/open-store.ts';
import type { Progress } from './progress.ts';

/** Opens the configured corpus, with progress for slow steps. */
export function openConfigured(
  config: Config,
  progress: Progress,
  extra: Partial<CorpusOptions> = {},
): Promise<Store> {
  return openCorpus({
    databaseUrl: config.databaseUrl,
    dataFolder: config.dataFolder,
    onSeeding: (part) => progress.show('Seeding the first corpus', part),
    ...extra,
    onProgress: (event) => {
      if (event.kind === 'creating')
        progress.show(`Creating the embedded database in ${config.dataFolder}`, 0);
      extra.onProgress?.(event);
    },
  }).finally(progress.end);
}
