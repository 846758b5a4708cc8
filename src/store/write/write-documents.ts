import type { Changes } from '#src/domain/changes.ts';
import type { DocumentDraft } from '#src/domain/corpus.ts';
import { firstDay } from '#src/domain/dates.ts';
import { toDatabaseDay } from '../database/database-day.ts';
import type { Transaction } from '../database/transaction.ts';
import { insertAll, reserveIds } from './bulk-insert.ts';
import { actorIds, documentIds } from './lookup-ids.ts';

/**
 * Writes the headers of documents, with correspondents and references. A stored version is immutable: the
 * document's previous version ends at this revision, as does the text of a document that ends.
 */
export async function writeDocuments(
  tx: Transaction,
  revision: number,
  { added, changed, ended }: Changes['documents'],
): Promise<void> {
  await insertAll(added, (batch) =>
    tx.document.createMany({
      data: batch.map(({ reference }) => ({ reference, sinceRevision: revision })),
      // One that was withdrawn is there already.
      skipDuplicates: true,
    }),
  );
  const drafts = [...added, ...changed];
  const idOf = await documentIds(tx, [
    ...ended,
    ...drafts.flatMap(({ reference, enclosedBy }) =>
      enclosedBy === null ? [reference] : [reference, enclosedBy],
    ),
  ]);
  const until = { untilRevision: revision };
  await insertAll([...changed.map(({ reference }) => reference), ...ended], (references) =>
    tx.documentVersion.updateMany({
      where: { documentId: { in: references.map(idOf) }, untilRevision: null },
      data: until,
    }),
  );
  await insertAll(ended, (references) =>
    tx.documentText.updateMany({
      where: { documentId: { in: references.map(idOf) }, untilRevision: null },
      data: until,
    }),
  );
  const versionId = await reserveIds(tx, 'document_version', drafts.length);
  const versions = drafts.map((draft, i) => ({
    ...headerRecord(draft),
    id: versionId(i),
    documentId: idOf(draft.reference),
    enclosedById: draft.enclosedBy === null ? null : idOf(draft.enclosedBy),
    sinceRevision: revision,
  }));
  await insertAll(versions, (data) => tx.documentVersion.createMany({ data }));
  await writeCorrespondents(tx, drafts, versionId);
  const references = drafts.flatMap((draft, i) =>
    draft.references.map((fields, order) => ({ ...fields, order, versionId: versionId(i) })),
  );
  await insertAll(references, (data) => tx.documentReference.createMany({ data }));
}

async function writeCorrespondents(
  tx: Transaction,
  drafts: readonly DocumentDraft[],
  versionId: (index: number) => number,
): Promise<void> {
  const slugs = drafts.flatMap(({ correspondents }) =>
    correspondents.flatMap(({ actor }) => actor ?? []),
  );
  const actorIdOf = await actorIds(tx, slugs);
  const correspondents = drafts.flatMap((draft, i) =>
    draft.correspondents.map(({ actor, ...fields }, order) => ({
      ...fields,
      order,
      versionId: versionId(i),
      actorId: actor === null ? null : actorIdOf(actor),
    })),
  );
  await insertAll(correspondents, (data) => tx.correspondent.createMany({ data }));
}

function headerRecord(draft: DocumentDraft) {
  const {
    reference: _,
    enclosedBy: __,
    correspondents: ___,
    references: ____,
    handling,
    tags,
    ...fields
  } = draft;
  const day = draft.createdAt === null ? null : firstDay(draft.createdAt);
  return {
    ...fields,
    handling: [...handling],
    tags: [...tags],
    createdOn: day === null ? null : toDatabaseDay(day),
  };
}
