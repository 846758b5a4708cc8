/** The codings at a revision. */
import {
  type CodingRecord,
  type CodingTable,
  spliceCodings,
  tableOfCodings,
} from '#src/domain/coding-table.ts';
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import type { Transaction } from '../database/transaction.ts';
import { Prisma } from '../generated/client.ts';
import { validAtSql } from './valid-at.ts';

/** All codings that stand at a revision. */
export async function readCodings(tx: Transaction, revision: number): Promise<CodingTable> {
  return tableOfCodings(await readWhere(tx, revision));
}

/**
 * The same, derived from the codings at another revision by reading those of documents with a coding that
 * differs: `changed`.
 */
export async function deriveCodings(
  tx: Transaction,
  base: CorpusSnapshot,
  revision: number,
): Promise<{ readonly codings: CodingTable; readonly changed: ReadonlySet<number> }> {
  const [low, high] = [Math.min(base.revision, revision), Math.max(base.revision, revision)];
  const found = await tx.$queryRaw<{ id: number }[]>`
    SELECT DISTINCT document_id AS id FROM coding WHERE id IN (
      SELECT coding_id FROM coding_version WHERE since_revision > ${low} AND since_revision <= ${high}
      UNION SELECT coding_id FROM coding_version WHERE until_revision > ${low} AND until_revision <= ${high})`;
  const changed = new Set(found.map(({ id }) => id));
  if (changed.size === 0) return { codings: base.codings, changed };
  const fresh = await readWhere(
    tx,
    revision,
    Prisma.sql`coding.document_id = ANY(${[...changed]}::int[])`,
  );
  return { codings: spliceCodings(base.codings, changed, fresh), changed };
}

async function readWhere(
  tx: Transaction,
  revision: number,
  condition = Prisma.sql`true`,
): Promise<readonly CodingRecord[]> {
  return tx.$queryRaw<CodingRecord[]>`
    SELECT coding.id, coding.document_id AS document, coding.codebook_id AS codebook, coding.coder,
      version.status::text, version.since_revision AS since
    FROM coding JOIN coding_version AS version ON version.coding_id = coding.id
    WHERE ${validAtSql(revision, 'version')} AND ${condition}`;
}
