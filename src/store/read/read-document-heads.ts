/** The headers of documents at a revision, as far as the snapshot holds them. */
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { type DocumentHead, type DocumentTable, tableOf } from '#src/domain/document-table.ts';
import { DOCUMENT_AUTHORS } from '../database/document-authors.ts';
import type { Transaction } from '../database/transaction.ts';
import { Prisma } from '../generated/client.ts';

/** All documents that exist at a revision. */
export async function readDocuments(tx: Transaction, revision: number): Promise<DocumentTable> {
  return tableOf(await readHeads(tx, revision));
}

/** The same, derived from the documents at another revision by reading those that differ. */
export async function deriveDocuments(
  tx: Transaction,
  base: CorpusSnapshot,
  revision: number,
): Promise<DocumentTable> {
  const low = Math.min(revision, base.revision);
  const high = Math.max(revision, base.revision);
  const differs = Prisma.sql`id IN (
    SELECT id FROM document WHERE since_revision > ${low} AND since_revision <= ${high}
    UNION SELECT document_id FROM superseded_header
          WHERE until_revision > ${low} AND until_revision <= ${high})`;
  const changed = await readHeads(tx, revision, differs);
  const removed =
    revision < base.revision ? await readIdsAddedBetween(tx, revision, base.revision) : [];
  if (changed.length + removed.length === 0) return base.documents;
  const replaced = new Set([...removed, ...changed.map(({ id }) => id)]);
  return tableOf([...base.documents.heads().filter(({ id }) => !replaced.has(id)), ...changed]);
}

/** Headers as they were at a revision, of the documents that existed and satisfy `condition`. */
async function readHeads(
  tx: Transaction,
  revision: number,
  condition = Prisma.sql`true`,
): Promise<readonly DocumentHead[]> {
  return tx.$queryRaw<DocumentHead[]>`
    SELECT id, reference, title, coalesce(past.kind, document.kind)::text AS kind,
      coalesce(past.release, document.release)::text AS release,
      (CASE WHEN past.document_id IS NULL THEN document.created_on ELSE past.created_on END
        - DATE '1970-01-01')::int AS "createdOn",
      coalesce(past.authors, ${DOCUMENT_AUTHORS}) AS authors
    FROM document LEFT JOIN (
      SELECT DISTINCT ON (document_id) * FROM superseded_header WHERE until_revision > ${revision}
      ORDER BY document_id, until_revision
    ) AS past ON past.document_id = document.id
    WHERE since_revision <= ${revision} AND ${condition}
    ORDER BY document.id`;
}

/** Ids of the documents added after revision `after`, up to and including `last`. */
async function readIdsAddedBetween(
  tx: Transaction,
  after: number,
  last: number,
): Promise<readonly number[]> {
  const found = await tx.$queryRaw<{ id: number }[]>`
    SELECT id FROM document WHERE since_revision > ${after} AND since_revision <= ${last}`;
  return found.map(({ id }) => id);
}
