/** The context of every resolver: the corpus at one revision, and loaders for this request. */
import { GraphQLError } from 'graphql';
import { type Snapshots, snapshotAt } from '#src/app/corpus/snapshots.ts';
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import type { RecordStore } from '#src/store/read/read-records.ts';
import { createLoaders, type Loaders } from './loaders.ts';

/** What every resolver receives. */
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
  /** The corpus at a revision; null for the latest. Throws `UNKNOWN_REVISION`. */
  readonly at: (revision: number | null) => Promise<CorpusSnapshot>;
  /** This context with `corpus` as the latest, and with loaders of its own. */
  readonly asOf: (corpus: CorpusSnapshot) => Context;
}

interface ContextOptions extends Pick<Context, 'endpoint' | 'pageSize'> {
  /** When the request times out, in milliseconds of `performance.now()`. */
  readonly deadline: number;
  /** The latest corpus, if it was already read for this request. */
  readonly corpus?: CorpusSnapshot | undefined;
}

/** Number of fields between two reads of the clock: a read costs as much as a cheap field. */
const FIELDS_PER_CHECK = 16;

/** Creates the context of one request. */
export function createContext(
  store: RecordStore,
  snapshots: Snapshots,
  options: ContextOptions,
): Context {
  const { endpoint, pageSize, deadline, corpus: preloaded } = options;
  let resolved = 0;
  let pinned = preloaded === undefined ? null : Promise.resolve(preloaded);
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
