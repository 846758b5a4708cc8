import { Failure } from '#src/domain/failure.ts';
import type { Withdrawal } from '#src/ingest/data-files/withdrawals-file.ts';
import type { Store } from '#src/store/database/open-store.ts';
import { type ImportReport, importInputs } from './import-paths.ts';

/**
 * Withdraws documents, codings and actors, as a withdrawals file does. Throws `BAD_INPUT` for what is
 * not in the corpus, or still named by what remains.
 */
export function withdraw(
  store: Store,
  withdrawals: Withdrawal[],
  author: string,
): Promise<ImportReport> {
  if (withdrawals.length === 0) {
    throw new Failure(
      'BAD_INPUT',
      'Nothing to withdraw. Give references of documents, or --actors.',
    );
  }
  const file = { path: 'withdraw', value: { withdrawals }, lineOf: () => null };
  const inputs = {
    actors: [],
    codebooks: [],
    documents: [],
    codings: [],
    sources: [],
    problems: [],
    withdrawals: [file],
  };
  return importInputs(store, inputs, { author, dryRun: false }, { files: 0, skipped: [] });
}
