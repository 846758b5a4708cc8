import type { Changes } from '#src/domain/changes.ts';
import type { DocumentDraft } from '#src/domain/corpus.ts';
import { firstDay } from '#src/domain/dates.ts';
import { toDatabaseDay } from '../database/database-day.ts';
import { DOCUMENT_AUTHORS } from '../database/document-authors.ts';
import type { Transaction } from '../database/transaction.ts';
import { insertAll } from './bulk-insert.ts';
import { actorIds, documentIds, type IdOf } from './lookup-ids.ts';

/**
 * Writes the headers of documents. They are updated in place, with correspondents and references; the
 * previous values of the fields that filters use are kept in `superseded_header`, so that earlier
 * revisions give the same results.
 */
export async function writeDocuments(
  tx: Transaction,
  revision: number,
  { added, changed }: Changes['documents'],
): Promise<void> {
  await insertAll(added, (batch) =>
    tx.document.createMany({
      data: batch.map((draft) => ({ ...headerRecord(draft), sinceRevision: revision })),
    }),
  );
  await insertAll(changed, (batch) => {
    const references = batch.map(({ reference }) => reference);
    return tx.$executeRaw`
      INSERT INTO superseded_header (document_id, until_revision, kind, release, created_on, authors)
      SELECT id, ${revision}, kind, release, created_on, ${DOCUMENT_AUTHORS}
      FROM document WHERE reference = ANY(${references})`;
  });
  for (const draft of changed) {
    await tx.document.update({
      where: { reference: draft.reference },
      data: {
        ...headerRecord(draft),
        correspondents: { deleteMany: {} },
        references: { deleteMany: {} },
      },
    });
  }
  await writeRelations(tx, [...added, ...changed]);
}

async function writeRelations(tx: Transaction, drafts: readonly DocumentDraft[]): Promise<void> {
  const idOf = await documentIds(
    tx,
    drafts.flatMap(({ reference, enclosedBy }) =>
      enclosedBy === null ? [reference] : [reference, enclosedBy],
    ),
  );
  for (const { reference, enclosedBy } of drafts) {
    if (enclosedBy === null) continue;
    await tx.document.update({
      where: { reference },
      data: { enclosedById: idOf(enclosedBy) },
    });
  }
  await writeCorrespondents(tx, drafts, idOf);
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

async function writeCorrespondents(
  tx: Transaction,
  drafts: readonly DocumentDraft[],
  idOf: IdOf,
): Promise<void> {
  const slugs = drafts.flatMap(({ correspondents }) =>
    correspondents.flatMap(({ actor }) => actor ?? []),
  );
  const actorIdOf = await actorIds(tx, slugs);
  const correspondents = drafts.flatMap((draft) =>
    draft.correspondents.map(({ role, asWritten, actor }, order) => ({
      documentId: idOf(draft.reference),
      order,
      role,
      asWritten,
      actorId: actor === null ? null : actorIdOf(actor),
    })),
  );
  await insertAll(correspondents, (data) => tx.correspondent.createMany({ data }));
}

function headerRecord(draft: DocumentDraft) {
  const { enclosedBy: _, correspondents: __, references: ___, handling, tags, ...fields } = draft;
  const day = draft.createdAt === null ? null : firstDay(draft.createdAt);
  return {
    ...fields,
    handling: [...handling],
    tags: [...tags],
    createdOn: day === null ? null : toDatabaseDay(day),
  };
}
