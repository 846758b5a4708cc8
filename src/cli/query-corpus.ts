import { createSnapshots, latestRevision, snapshotAt } from '#src/app/corpus/snapshots.ts';
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { readConfig } from '#src/server/config/config.ts';
import type { Store } from '#src/store/database/open-store.ts';
import { openConfigured } from './open.ts';
import { createProgress } from './progress.ts';

/** Runs a query on the configured corpus at a revision (the latest if undefined), beside a running server if there is one. */
export async function queryCorpus(
  revision: number | undefined,
  query: (corpus: CorpusSnapshot, store: Store) => Promise<void>,
): Promise<void> {
  const store = await openConfigured(readConfig(process.env), createProgress(), {
    access: 'join',
    migrations: 'require',
  });
  try {
    const snapshots = createSnapshots(store);
    const latest = await snapshots.at(await latestRevision(store.sql));
    const corpus =
      revision === undefined || revision === null
        ? latest
        : await snapshotAt(snapshots, latest, revision);
    await query(corpus, store);
  } finally {
    await store.close();
  }
}

/** Says on standard error in how many documents codings compete for what was counted. */
export function noteUnsettled(documents: number): void {
  if (documents > 0)
    process.stderr.write(
      `Documents of which one coding is counted by rule, because none is settled or several are: ${documents}. See --codings.\n`,
    );
}
