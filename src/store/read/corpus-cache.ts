import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import type { Connection } from '../database/connect.ts';
import { longTransaction } from '../database/transaction.ts';
import { deriveCorpus, readCorpus } from './read-corpus.ts';
import { RevisionCache } from './revision-cache.ts';

/**
 * Snapshots of the corpus by revision. The first is read in full; another is derived from the nearest
 * kept one by reading what differs.
 */
export function createCorpusCache({
  prisma,
}: Pick<Connection, 'prisma'>): RevisionCache<CorpusSnapshot> {
  const cache: RevisionCache<CorpusSnapshot> = new RevisionCache(async (revision) => {
    const base = await cache.nearest(revision);
    return longTransaction(prisma, (tx) =>
      base === null ? readCorpus(tx, revision) : deriveCorpus(tx, base, revision),
    );
  });
  return cache;
}
