/** The headers of documents at a revision, as far as the snapshot holds them. */
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { dayNumber, parsePartialDate } from '#src/domain/dates.ts';
import { type DocumentHead, type DocumentTable, tableOf } from '#src/domain/document-table.ts';
import { daysOf } from '#src/domain/possible-days.ts';
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
  const stored = await tx.$queryRaw<StoredHead[]>`
    SELECT document.id, document.reference, version.title, version.kind::text, version.release::text,
      (version.created_on - DATE '1970-01-01')::int AS "createdOn",
      version.created_at AS "createdAt", version.released_at AS "releasedAt",
      CASE WHEN version.created_on IS NULL THEN
        (SELECT max(stated_on) - DATE '1970-01-01' FROM position
          WHERE document_id = document.id AND NOT on_or_before AND ${validAtSql(revision, 'position')})
      END AS "lastStatedOn",
      ARRAY(SELECT actor_id FROM correspondent
        WHERE version_id = version.id AND role = 'AUTHOR' AND actor_id IS NOT NULL
        ORDER BY "order") AS authors
    FROM document JOIN document_version AS version ON version.document_id = document.id
    WHERE ${validAtSql(revision, 'version')} AND ${condition}
    ORDER BY document.id`;
  return stored.map(({ createdAt, releasedAt, lastStatedOn, ...head }) => ({
    ...head,
    writtenFrom: head.createdOn ?? lastStatedOn,
    writtenTo: lastDayOf(createdAt ?? releasedAt),
  }));
}

/** A head with what says when it can have been written. */
type StoredHead = Omit<DocumentHead, 'writtenFrom' | 'writtenTo'> & {
  readonly createdAt: string | null;
  readonly releasedAt: string | null;
  /** First day of the latest statement coded in an undated document. */
  readonly lastStatedOn: number | null;
};

/** Number of the last day that a source time can mean. */
function lastDayOf(sourceTime: string | null): number | null {
  const date = sourceTime === null ? null : parsePartialDate(sourceTime.slice(0, 10));
  const day = date && dayNumber(date.day);
  return date === null || day === null ? null : daysOf(day, date.precision, false).last;
}

/**
 * Ids of the documents whose header differs between two revisions, or which only one of them has; and of
 * undated ones whose positions differ.
 */
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
    WHERE until_revision > ${low} AND until_revision <= ${high}
    UNION SELECT changed.document_id FROM (
      SELECT document_id FROM position WHERE since_revision > ${low} AND since_revision <= ${high}
      UNION SELECT document_id FROM position
      WHERE until_revision > ${low} AND until_revision <= ${high}) AS changed
    JOIN document_version AS version
      ON version.document_id = changed.document_id AND version.created_on IS NULL`;
  return new Set(found.map(({ id }) => id));
}
