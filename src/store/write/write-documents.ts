import { createHash } from 'node:crypto';
import type { Changes } from '#src/domain/changes.ts';
import type { DocumentDraft, TextDraft } from '#src/domain/corpus.ts';
import { firstDay } from '#src/domain/dates.ts';
import {
  actorIds,
  documentIds,
  type IdOf,
  insertAll,
  reserveIds,
  type Transaction,
} from '../database/bulk-insert.ts';
import { toDatabaseDay } from '../database/database-day.ts';
import type { Prisma } from '../generated/client.ts';
import { AUTHORS } from '../read/document-authors.ts';

/**
 * Headers are replaced in place, correspondents and references with them; what a filter asks of
 * them is kept as it was (superseded_header), so that older revisions still answer the same.
 */
export async function writeDocuments(
  tx: Transaction,
  revision: number,
  { added, changed }: Changes['documents'],
): Promise<void> {
  await insertAll(added, (batch) =>
    tx.document.createMany({
      data: batch.map((draft) => ({ ...header(draft), sinceRevision: revision })),
    }),
  );
  await insertAll(changed, (batch) => {
    const references = batch.map(({ reference }) => reference);
    return tx.$executeRaw`
      INSERT INTO superseded_header (document_id, until_revision, kind, release, created_on, authors)
      SELECT id, ${revision}, kind, release, created_on, ${AUTHORS}
      FROM document WHERE reference = ANY(${references})`;
  });
  for (const draft of changed) {
    await tx.document.update({
      where: { reference: draft.reference },
      data: {
        ...header(draft),
        correspondents: { deleteMany: {} },
        references: { deleteMany: {} },
      },
    });
  }
  const all = [...added, ...changed];
  const idOf = await documentIds(
    tx,
    all.flatMap((draft) => [
      draft.reference,
      ...(draft.enclosedBy === null ? [] : [draft.enclosedBy]),
    ]),
  );
  await writeRelations(tx, all, idOf);
}

async function writeRelations(
  tx: Transaction,
  drafts: readonly DocumentDraft[],
  idOf: IdOf,
): Promise<void> {
  for (const draft of drafts) {
    if (draft.enclosedBy === null) continue;
    await tx.document.update({
      where: { reference: draft.reference },
      data: { enclosedById: idOf(draft.enclosedBy) },
    });
  }
  const actorOf = await actorIds(
    tx,
    drafts.flatMap((d) => d.correspondents.flatMap((c) => (c.actor === null ? [] : [c.actor]))),
  );
  const correspondents = drafts.flatMap((draft) =>
    draft.correspondents.map(({ role, asWritten, actor }, order) => ({
      documentId: idOf(draft.reference),
      order,
      role,
      asWritten,
      actorId: actor === null ? null : actorOf(actor),
    })),
  );
  await insertAll(correspondents, (data) => tx.correspondent.createMany({ data }));
  const references = drafts.flatMap((draft) =>
    draft.references.map(({ asWritten, reference }, order) => ({
      documentId: idOf(draft.reference),
      order,
      asWritten,
      reference,
    })),
  );
  await insertAll(references, (data) => tx.documentReference.createMany({ data }));
}

function header(draft: DocumentDraft) {
  const { enclosedBy: _, correspondents: __, references: ___, handling, tags, ...fields } = draft;
  const day = draft.createdAt === null ? null : firstDay(draft.createdAt);
  return {
    ...fields,
    handling: [...handling],
    tags: [...tags],
    createdOn: day === null ? null : toDatabaseDay(day),
  };
}

/** A text is never overwritten: the one before it ends at this revision. */
export async function writeTexts(
  tx: Transaction,
  revision: number,
  drafts: readonly TextDraft[],
  onProgress: (part: number) => void,
): Promise<void> {
  const documentOf = await documentIds(
    tx,
    drafts.map((draft) => draft.document),
  );
  await insertAll(drafts, (batch) =>
    tx.documentText.updateMany({
      where: { documentId: { in: batch.map((d) => documentOf(d.document)) }, untilRevision: null },
      data: { untilRevision: revision },
    }),
  );
  const textId = await reserveIds(tx, 'document_text', drafts.length);
  // Texts are long, so these batches are of their own, smaller size.
  for (let at = 0; at < drafts.length; at += TEXTS_AT_ONCE) {
    const batch = drafts.slice(at, at + TEXTS_AT_ONCE);
    await tx.documentText.createMany({
      data: batch.map((draft, i) => ({
        id: textId(at + i),
        documentId: documentOf(draft.document),
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
    const passages = batch.flatMap(({ text, passages: all }, i) =>
      all.map((passage, order) => ({
        ...passage,
        text_id: textId(at + i),
        order,
        words: text.slice(passage.start, passage.end).toWellFormed(),
      })),
    );
    await insertAll(passages, (rows) => insertPassages(tx, rows));
    onProgress(Math.min(1, (at + TEXTS_AT_ONCE) / drafts.length));
  }
}

const TEXTS_AT_ONCE = 100;

/** In SQL, since a passage brings its search vector along. */
function insertPassages(tx: Transaction, rows: readonly object[]): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO passage (text_id, "order", number, heading, marking, start, "end", search)
    SELECT text_id, "order", number, heading, marking, start, "end", search_vector(words)
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS row (
      text_id int, "order" int, number int, heading text, marking text, start int, "end" int, words text)`;
}

/** Plain values are JSON, which interfaces do not let TypeScript see. */
function asJson(value: readonly object[]): Prisma.InputJsonArray {
  return value;
}
