/** The context of every resolver: the corpus at one revision, and loaders for this request. */
import { GraphQLError } from 'graphql';
import { type Snapshots, snapshotAt } from '#src/app/corpus/snapshots.ts';
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import type { RecordStore } from '#src/store/read/read-records.ts';
import { createLoaders, type Loaders } from './loaders.ts';

export interface Context {
  /** The connections to the database. */
  readonly store: RecordStore;
  /** Where clients reach this API: `http://127.0.0.1:4000/graphql`. */
  readonly endpoint: string;
  readonly loaders: Loaders;
  /** Maximum items of a page. */
  readonly pageSize: number;
  /** Throws `TIMEOUT` once the request's deadline has passed. */
  readonly assertWithinDeadline: () => void;
  /** The latest corpus when the request arrived: one revision for the whole request. */
  readonly latest: () => Promise<CorpusSnapshot>;
  /** The corpus at the revision that a field's argument names; null for the latest. Throws `UNKNOWN_REVISION`. */
  readonly at: (revision: number | null) => Promise<CorpusSnapshot>;
  /** This context with `corpus` taken for the latest, and with its own loaders. */
  readonly asOf: (corpus: CorpusSnapshot) => Context;
}

interface ContextOptions extends Pick<Context, 'endpoint' | 'pageSize'> {
  /** When the request times out, in milliseconds of `performance.now()`. */
  readonly deadline: number;
  /** The latest corpus, if it was already read for this request. */
  readonly corpus?: CorpusSnapshot | undefined;
}

/** Fields per look at the clock, which costs as much as the cheapest of them. */
const FIELDS_PER_CHECK = 16;

export function createContext(
  store: RecordStore,
  snapshots: Snapshots,
  options: ContextOptions,
): Context {
  const { endpoint, pageSize, deadline, corpus: known } = options;
  let resolved = 0;
  let pinned = known === undefined ? null : Promise.resolve(known);
  const latest = (): Promise<CorpusSnapshot> => {
    pinned ??= snapshots.latest();
    return pinned;
  };
  return {
    store,
    endpoint,
    pageSize,
    loaders: createLoaders(store),
    assertWithinDeadline: () => {
      resolved += 1;
      if (resolved % FIELDS_PER_CHECK === 0 && performance.now() > deadline)
        throw new GraphQLError('The request timed out.', { extensions: { code: 'TIMEOUT' } });
    },
    latest,
    at: async (revision) => snapshotAt(snapshots, await latest(), revision),
    asOf: (corpus) => createContext(store, snapshots, { ...options, corpus }),
  };
}
