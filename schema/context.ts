/** What every resolver has at hand: the corpus at one revision, and loaders for this request. */
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import type { CorpusCache } from '#src/store/corpus-cache.ts';
import type { Store } from '#src/store/open-store.ts';
import { createLoaders, type Loaders } from './loaders.ts';

export interface Context {
  readonly store: Store;
  readonly loaders: Loaders;
  /** The corpus as it stood when the request came: one revision for the whole request. */
  readonly latest: () => Promise<CorpusSnapshot>;
  /** The corpus at a revision; null is the latest. */
  readonly at: (revision: number | null) => Promise<CorpusSnapshot>;
}

export function createContext(store: Store, cache: CorpusCache): Context {
  let pinned: Promise<CorpusSnapshot> | null = null;
  const latest = (): Promise<CorpusSnapshot> => {
    pinned ??= cache.latest();
    return pinned;
  };
  return {
    store,
    loaders: createLoaders(store.prisma),
    latest,
    at: async (revision) => {
      const corpus = await latest();
      return revision === null || revision === corpus.revision
        ? corpus
        : cache.at(revision, corpus.revision);
    },
  };
}
