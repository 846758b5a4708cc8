/** Snapshots of an open corpus, by revision. */
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { Failure } from '#src/domain/failure.ts';
import type { Store } from '#src/store/database/open-store.ts';
import { createCorpusCache } from '#src/store/read/corpus-cache.ts';

export { Latest, latestRevision } from '#src/store/read/latest-revision.ts';
export { RevisionCache } from '#src/store/read/revision-cache.ts';

/** Loads the snapshot at a revision that exists, or finds it in memory. */
export interface Snapshots {
  readonly at: (revision: number) => Promise<CorpusSnapshot>;
}

/** Snapshots read from the database and kept in memory. */
export function createSnapshots(store: Pick<Store, 'prisma'>): Snapshots {
  const cache = createCorpusCache(store);
  return { at: (revision) => cache.at(revision) };
}

/** The snapshot at a revision between 1 and that of `latest`. Throws `UNKNOWN_REVISION`. */
export async function snapshotAt(
  snapshots: Snapshots,
  latest: CorpusSnapshot,
  revision: number,
): Promise<CorpusSnapshot> {
  if (revision === latest.revision) return latest;
  if (revision < 1 || revision > latest.revision) {
    throw new Failure(
      'UNKNOWN_REVISION',
      `There is no revision ${revision}; the latest is ${latest.revision}.`,
      { input: ['revision'] },
    );
  }
  return snapshots.at(revision);
}
