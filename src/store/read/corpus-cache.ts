import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { Failure } from '#src/domain/failure.ts';
import type { Connection } from '../database/connect.ts';
import { REVISION_LEASE_MS } from '../database/revision-lease.ts';
import { longTransaction } from '../database/transaction.ts';
import { latestRevision } from './latest-revision.ts';
import { deriveCorpus, readCorpus } from './read-corpus.ts';

/** One lookup of the latest revision, shared by all requests during its lease. */
interface LatestLookup {
  /** By `performance.now()`. */
  readonly startedAt: number;
  readonly result: Promise<CorpusSnapshot>;
  /** The result once it has resolved, for reading it synchronously. */
  snapshot: CorpusSnapshot | null;
}

/** Snapshots kept in memory: the latest, and a few earlier ones that citations refer to. */
const MAX_SNAPSHOTS = 4;

/**
 * Snapshots of the corpus by revision, shared by all requests. A revision is immutable, so a kept
 * snapshot is never stale; another revision is derived from the nearest kept one by reading what differs.
 */
export class CorpusCache {
  readonly #store: Pick<Connection, 'prisma' | 'sql'>;
  readonly #onNewer: (corpus: CorpusSnapshot) => void;
  #lookup: LatestLookup | null = null;
  #newest: CorpusSnapshot | null = null;
  /** By revision, least recently used first. */
  readonly #snapshots = new Map<number, Promise<CorpusSnapshot>>();

  /** `onNewer` receives each snapshot with a higher revision than all before it, once it is loaded. */
  constructor(
    store: Pick<Connection, 'prisma' | 'sql'>,
    onNewer: (corpus: CorpusSnapshot) => void = () => {},
  ) {
    this.#store = store;
    this.#onNewer = onNewer;
  }

  /**
   * The snapshot of the latest revision. It includes every revision acknowledged before the call: the
   * database is asked at most once per lease (`revision-lease.ts`).
   */
  latest(): Promise<CorpusSnapshot> {
    const now = performance.now();
    if (this.#lookup !== null && isFresh(this.#lookup, now)) return this.#lookup.result;
    const lookup: LatestLookup = { startedAt: now, result: this.#readLatest(), snapshot: null };
    this.#lookup = lookup;
    lookup.result.then(
      (snapshot) => {
        lookup.snapshot = snapshot;
      },
      // A failed lookup is dropped: the next request asks again.
      () => {
        if (this.#lookup === lookup) this.#lookup = null;
      },
    );
    return lookup.result;
  }

  /** The same without waiting, during a lease; null where `latest()` would ask the database. */
  latestIfFresh(): CorpusSnapshot | null {
    const lookup = this.#lookup;
    return lookup !== null && isFresh(lookup, performance.now()) ? lookup.snapshot : null;
  }

  /** The snapshot with the highest revision loaded so far; null before the first. It may be out of date. */
  newestLoaded(): CorpusSnapshot | null {
    return this.#newest;
  }

  /** The snapshot at a revision from 1 to `latest`. Throws `UNKNOWN_REVISION` on any other. */
  async at(revision: number, latest: number): Promise<CorpusSnapshot> {
    if (revision < 1 || revision > latest) {
      throw new Failure(
        'UNKNOWN_REVISION',
        `There is no revision ${revision}; the latest is ${latest}.`,
      );
    }
    return this.#read(revision);
  }

  async #readLatest(): Promise<CorpusSnapshot> {
    return this.#read(await latestRevision(this.#store.sql));
  }

  #read(revision: number): Promise<CorpusSnapshot> {
    const kept = this.#snapshots.get(revision);
    const snapshot = kept ?? this.#load(revision);
    this.#snapshots.delete(revision);
    this.#snapshots.set(revision, snapshot);
    if (kept === undefined) {
      snapshot.then(
        (loaded) => {
          if (this.#newest !== null && revision <= this.#newest.revision) return;
          this.#newest = loaded;
          this.#onNewer(loaded);
        },
        // A failed read is dropped: the next request tries again.
        () => this.#snapshots.delete(revision),
      );
      for (const leastRecent of this.#snapshots.keys()) {
        if (this.#snapshots.size <= MAX_SNAPSHOTS) break;
        this.#snapshots.delete(leastRecent);
      }
    }
    return snapshot;
  }

  async #load(revision: number): Promise<CorpusSnapshot> {
    const [nearest] = [...this.#snapshots.keys()].toSorted(
      (a, b) => Math.abs(a - revision) - Math.abs(b - revision),
    );
    const base = nearest === undefined ? undefined : await this.#snapshots.get(nearest);
    return longTransaction(this.#store.prisma, (tx) =>
      base === undefined ? readCorpus(tx, revision) : deriveCorpus(tx, base, revision),
    );
  }
}

function isFresh({ startedAt }: LatestLookup, now: number): boolean {
  return now - startedAt < REVISION_LEASE_MS;
}
