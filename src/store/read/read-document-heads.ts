/** The headers of documents at a revision, as far as the snapshot holds them. */
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { type DocumentHead, type DocumentTable, tableOf } from '#src/domain/document-table.ts';
import type { Transaction } from '../database/transaction.ts';
import { Prisma } from '../generated/client.ts';
import { validAtSql } from './valid-at.ts';

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
  const differing = await readIdsChangedBetween(tx, base.revision, revision);
  if (differing.size === 0) return base.documents;
  const changed = await readHeads(
    tx,
    revision,
    Prisma.sql`document.id = ANY(${[...differing]}::int[])`,
  );
  return tableOf([...base.documents.heads().filter(({ id }) => !differing.has(id)), ...changed]);
}

/** Headers as they were at a revision, of the documents that existed and satisfy `condition`. */
async function readHeads(
  tx: Transaction,
  revision: number,
  condition = Prisma.sql`true`,
): Promise<readonly DocumentHead[]> {
  return tx.$queryRaw<DocumentHead[]>`
    SELECT document.id, document.reference, version.title, version.kind::text, version.release::text,
      (version.created_on - DATE '1970-01-01')::int AS "createdOn",
      ARRAY(SELECT actor_id FROM correspondent
        WHERE version_id = version.id AND role = 'AUTHOR' AND actor_id IS NOT NULL
        ORDER BY "order") AS authors
    FROM document JOIN document_version AS version ON version.document_id = document.id
    WHERE ${validAtSql(revision, 'version')} AND ${condition}
    ORDER BY document.id`;
}

/** Ids of the documents whose header differs between two revisions, or which only one of them has. */
async function readIdsChangedBetween(
  tx: Transaction,
  a: number,
  b: number,
): Promise<ReadonlySet<number>> {
  const [low, high] = [Math.min(a, b), Math.max(a, b)];
  const found = await tx.$queryRaw<{ id: number }[]>`
    SELECT document_id AS id FROM document_version
    WHERE since_revision > ${low} AND since_revision <= ${high}
    UNION SELECT document_id FROM document_version
    WHERE until_revision > ${low} AND until_revision <= ${high}`;
  return new Set(found.map(({ id }) => id));
}
