import { checkBackup } from '#src/store/backup/check-backup.ts';
import { restoreBackup } from '#src/store/backup/restore-backup.ts';
import { openStore, type StoreOptions } from '#src/store/database/open-store.ts';

/** Input of a restore. */
export interface RestoreOptions {
  /** A file written by `backupCorpus`. */
  readonly file: string;
  /** The empty database to restore into. */
  readonly store: StoreOptions;
  /** Receives the number of records restored so far. */
  readonly onProgress?: (records: number) => void;
}

/** Result of a restore. */
export interface RestoreReport {
  /** Number of the latest revision. */
  readonly revision: number;
  /** The database that holds the corpus now, as `Store.location`. */
  readonly location: string;
}

/**
 * Restores a backup into an empty database, or changes nothing. The file is checked before the
 * database is opened or created. Throws the failures of `checkBackup`, `openStore` and `restoreBackup`.
 */
export async function restoreCorpus(options: RestoreOptions): Promise<RestoreReport> {
  await checkBackup(options.file);
  const store = await openStore(options.store);
  try {
    const revision = await restoreBackup(
      store.prisma,
      options.file,
      options.onProgress ?? (() => {}),
    );
    return { revision, location: store.location };
  } finally {
    await store.close();
  }
}
