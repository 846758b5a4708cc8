/** The context of every resolver: the corpus at one revision, and loaders for this request. */
import { GraphQLError } from 'graphql';
import { type Snapshots, snapshotAt } from '#src/app/corpus/snapshots.ts';
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { Failure } from '#src/domain/failure.ts';
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
  /** The corpus at a revision that the question names; the latest if it names none. Throws `UNKNOWN_REVISION`. */
  readonly at: (revision: number | null | undefined) => Promise<CorpusSnapshot>;
}

interface ContextOptions extends Pick<Context, 'endpoint' | 'pageSize'> {
  /** When the request times out, in milliseconds of `performance.now()`. */
  readonly deadline: number;
}

/** Number of fields between two reads of the clock: a read costs as much as a cheap field. */
const FIELDS_PER_CHECK = 16;

/** Each may take as much memory as the latest. */
const MAX_REVISIONS = 20;

async function pin(snapshot: Promise<CorpusSnapshot>): Promise<CorpusSnapshot> {
  return { ...(await snapshot), isPinned: true };
}

/** Creates the context of one request; `latest` is the latest corpus when it arrived. */
export function createContext(
  store: RecordStore,
  snapshots: Snapshots,
  latest: CorpusSnapshot,
  { endpoint, pageSize, deadline }: ContextOptions,
): Context {
  let resolved = 0;
  const pinned = new Map<number, Promise<CorpusSnapshot>>();
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
    latest: () => Promise.resolve(latest),
    at: async (revision) => {
      if (revision === null || revision === undefined) return latest;
      const snapshot = pinned.get(revision) ?? pin(snapshotAt(snapshots, latest, revision));
      pinned.set(revision, snapshot);
      if (pinned.size <= MAX_REVISIONS) return snapshot;
      throw new Failure(
        'BAD_INPUT',
        `An operation may name at most ${MAX_REVISIONS} revisions. Split it into several.`,
        { input: ['revision'] },
      );
    },
  };
}
