import { createHash } from 'node:crypto';
import type { TextDraft } from '#src/domain/corpus.ts';
import type { Transaction } from '../database/transaction.ts';
import type { Prisma } from '../generated/client.ts';
import { BATCH_SIZE, batchesByLength, insertAll, reserveIds } from './bulk-insert.ts';
import { documentIds } from './lookup-ids.ts';

/** Texts per batch: fewer than of other records, because texts are long. */
const TEXT_BATCH_SIZE = 100;
/**
 * Words of a passage that are searched: more UTF-16 units than the 200,000 characters that
 * `search_vector` reads.
 */
const MAX_SEARCHED_LENGTH = 400_000;

/**
 * Writes new texts with their passages. A stored text is immutable: the document's previous text ends
 * at this revision. `onProgress` receives the fraction done (0…1).
 */
export async function writeTexts(
  tx: Transaction,
  revision: number,
  drafts: readonly TextDraft[],
  onProgress: (fraction: number) => void,
): Promise<void> {
  const documentIdOf = await documentIds(
    tx,
    drafts.map(({ document }) => document),
  );
  await insertAll(drafts, (batch) =>
    tx.documentText.updateMany({
      where: {
        documentId: { in: batch.map(({ document }) => documentIdOf(document)) },
        untilRevision: null,
      },
      data: { untilRevision: revision },
    }),
  );
  const textId = await reserveIds(tx, 'document_text', drafts.length);
  for (const { batch, offset } of batchesByLength(drafts, TEXT_BATCH_SIZE, lengthOfText)) {
    await tx.documentText.createMany({
      data: batch.map((draft, i) => ({
        id: textId(offset + i),
        documentId: documentIdOf(draft.document),
        coverage: draft.coverage,
        text: draft.text,
        length: draft.text.length,
        sha256: createHash('sha256').update(draft.text).digest('hex'),
        messages: asJson(draft.messages),
        furniture: asJson(draft.furniture),
        warnings: asJson(draft.warnings),
        sinceRevision: revision,
      })),
    });
    const passages = batch.flatMap((draft, i) =>
      draft.passages.map((passage, order) => ({
        ...passage,
        text_id: textId(offset + i),
        order,
        words: draft.text
          .slice(passage.start, Math.min(passage.end, passage.start + MAX_SEARCHED_LENGTH))
          .toWellFormed(),
      })),
    );
    for (const part of batchesByLength(passages, BATCH_SIZE, ({ words }) => words.length))
      await insertPassages(tx, part.batch);
    onProgress((offset + batch.length) / drafts.length);
  }
}

function lengthOfText({ text }: TextDraft): number {
  return text.length;
}

/** In SQL, because a passage is indexed by its words, which are not stored with it, in its document's language. */
function insertPassages(tx: Transaction, records: readonly object[]): Promise<number> {
  return tx.$executeRaw`
    WITH record AS MATERIALIZED (
      SELECT * FROM json_to_recordset(${JSON.stringify(records)}::json) AS record (
        text_id int, "order" int, number int, heading text, marking text, start int, "end" int, words text)),
    written AS (
      INSERT INTO passage (text_id, "order", number, heading, marking, start, "end")
      SELECT text_id, "order", number, heading, marking, start, "end" FROM record
      RETURNING id, text_id, "order")
    INSERT INTO passage_search (passage_id, config, text_id, search)
    SELECT written.id, header.search_config, written.text_id, search_vector(header.search_config, words)
    FROM written JOIN record USING (text_id, "order")
      JOIN document_text ON document_text.id = written.text_id
      JOIN document_version AS header
        ON header.document_id = document_text.document_id AND header.until_revision IS NULL`;
}

/** Indexes texts that are not new in the language that a header of the revision corrects. */
export async function indexInNewLanguages(tx: Transaction, revision: number): Promise<void> {
  const changed = await tx.$queryRaw<{ text: number; config: string }[]>`
    SELECT stored.id AS text, header.search_config AS config
    FROM document_version AS header
      JOIN document_version AS former ON former.document_id = header.document_id AND former.until_revision = ${revision}
      JOIN document_text AS stored ON stored.document_id = header.document_id
        AND stored.until_revision IS NULL AND stored.since_revision < ${revision}
    WHERE header.since_revision = ${revision} AND header.search_config <> former.search_config`;
  // One at a time: texts can be long, and one transaction has one connection.
  for (const { text, config } of changed) {
    // oxlint-disable-next-line no-await-in-loop
    await tx.$executeRaw`
      UPDATE passage_search SET until_revision = ${revision}
      WHERE until_revision IS NULL AND passage_id IN (SELECT id FROM passage WHERE text_id = ${text})`;
    // oxlint-disable-next-line no-await-in-loop
    await tx.$executeRaw`SELECT index_passages(${text}::int, ${config}, ${revision}::int, NULL)`;
  }
}

/** Interfaces have no index signature, so TypeScript does not accept them as JSON without help. */
function asJson(value: readonly object[]): Prisma.InputJsonArray {
  return value;
}
