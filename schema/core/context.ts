/** What every resolver has at hand: the corpus at one revision, and loaders for this request. */
import { GraphQLError } from 'graphql';
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { Failure } from '#src/domain/failure.ts';
import type { Store } from '#src/store/database/open-store.ts';
import type { CorpusCache } from '#src/store/read/corpus-cache.ts';
import { createLoaders, type Loaders } from './loaders.ts';

export interface Context {
  readonly store: Store;
  /** Where clients reach this API: `http://127.0.0.1:4000/graphql`. */
  readonly endpoint: string;
  readonly loaders: Loaders;
  /** Items that a page of a list can have at most. */
  readonly pageSize: number;
  /** Fails once the request has had its time: nothing further is worth beginning. */
  readonly expectTime: () => void;
  /** The corpus as it stood when the request came: one revision for the whole request. */
  readonly latest: () => Promise<CorpusSnapshot>;
  /** The corpus at a revision, the argument of a field; null is the latest. */
  readonly at: (revision: number | null) => Promise<CorpusSnapshot>;
  /** The same request, with a corpus that is taken for the latest, and loaders of its own. */
  readonly asOf: (corpus: CorpusSnapshot) => Context;
}

interface ContextOptions extends Pick<Context, 'endpoint' | 'pageSize'> {
  /** When the request has had its time, by the clock of `performance`. */
  readonly deadline: number;
  /** The latest corpus, where the request has asked for it already. */
  readonly corpus?: CorpusSnapshot | undefined;
}

/** Fields begun until the clock is looked at again, which costs as much as the smallest of them. */
const CHECKED = 16;

export function createContext(store: Store, cache: CorpusCache, options: ContextOptions): Context {
  const { endpoint, pageSize, deadline, corpus: known } = options;
  let begun = 0;
  let pinned = known === undefined ? null : Promise.resolve(known);
  const latest = (): Promise<CorpusSnapshot> => {
    pinned ??= cache.latest();
    return pinned;
  };
  return {
    store,
    endpoint,
    pageSize,
    loaders: createLoaders(store),
    expectTime: () => {
      begun += 1;
      if (begun % CHECKED === 0 && performance.now() > deadline)
        throw new GraphQLError('The request had its time.', { extensions: { code: 'TIMEOUT' } });
    },
    latest,
    at: async (revision) => {
      const corpus = await latest();
      if (revision === null || revision === corpus.revision) return corpus;
      if (revision < 1 || revision > corpus.revision) {
        throw new Failure(
          'UNKNOWN_REVISION',
          `There is no revision ${revision}; the latest is ${corpus.revision}.`,
          { input: ['revision'] },
        );
      }
      return cache.at(revision, corpus.revision);
    },
    asOf: (corpus) => createContext(store, cache, { ...options, corpus }),
  };
}
