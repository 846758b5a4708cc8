import type { Changes } from '#src/domain/changes.ts';
import { codingKey } from '#src/domain/corpus.ts';
import type { Transaction } from '../database/transaction.ts';
import { insertAll } from './bulk-insert.ts';
import { codebookIds, codingIds, documentIds } from './lookup-ids.ts';

/**
 * Writes the codings of a revision. A stored version is immutable: one that changes ends at this revision, as
 * does one that is withdrawn.
 */
export async function writeCodings(
  tx: Transaction,
  revision: number,
  { added, ended }: Changes['codings'],
): Promise<void> {
  const documentIdOf = await documentIds(
    tx,
    added.map(({ document }) => document),
  );
  const codebookIdOf = await codebookIds(tx);
  await insertAll(added, (batch) =>
    tx.coding.createMany({
      data: batch.map(({ document, codebook, version, coder }) => ({
        documentId: documentIdOf(document),
        codebookId: codebookIdOf(`${codebook}@${version}`),
        coder,
      })),
      // One that changes, or was withdrawn, is there already.
      skipDuplicates: true,
    }),
  );
  const idOf = await codingIds(
    tx,
    [...added, ...ended].map(({ document }) => document),
  );
  await insertAll(ended, (batch) =>
    tx.codingVersion.updateMany({
      where: {
        codingId: { in: batch.map((coding) => idOf(codingKey(coding))) },
        untilRevision: null,
      },
      data: { untilRevision: revision },
    }),
  );
  await insertAll(added, (batch) =>
    tx.codingVersion.createMany({
      data: batch.map((coding) => ({
        codingId: idOf(codingKey(coding)),
        status: coding.status,
        sinceRevision: revision,
      })),
    }),
  );
}
