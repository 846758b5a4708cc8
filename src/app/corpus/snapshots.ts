/** Snapshots of an open corpus, by revision. */
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { Failure } from '#src/domain/failure.ts';
import type { Store } from '#src/store/database/open-store.ts';
import { CorpusCache } from '#src/store/read/corpus-cache.ts';

/** The snapshots of a corpus, in memory or loaded on demand. */
export type Snapshots = CorpusCache;

/** `onNewer` receives each snapshot that is newer than all before it, once it is in memory. */
export function createSnapshots(
  store: Pick<Store, 'prisma' | 'sql'>,
  onNewer?: (corpus: CorpusSnapshot) => void,
): Snapshots {
  return new CorpusCache(store, onNewer);
}

/** The snapshot at a revision between 1 and that of `latest`; `latest` itself for null. Throws `UNKNOWN_REVISION`. */
export async function snapshotAt(
  snapshots: Pick<Snapshots, 'at'>,
  latest: CorpusSnapshot,
  revision: number | null,
): Promise<CorpusSnapshot> {
  if (revision === null || revision === latest.revision) return latest;
  if (revision < 1 || revision > latest.revision) {
    throw new Failure(
      'UNKNOWN_REVISION',
      `There is no revision ${revision}; the latest is ${latest.revision}.`,
      { input: ['revision'] },
    );
  }
  return snapshots.at(revision, latest.revision);
}
