import type { Changes } from '#src/domain/changes.ts';
import type { AffiliationDraft } from '#src/domain/corpus.ts';
import { actorIds, type IdOf, insertAll, type Transaction } from '../database/bulk-insert.ts';
import { toDatabaseDay } from '../database/database-day.ts';

/** Actors and their spellings are replaced in place; affiliations are kept by revision. */
export async function writeActors(
  tx: Transaction,
  revision: number,
  changes: Pick<Changes, 'actors' | 'affiliations'>,
): Promise<void> {
  const { added, changed } = changes.actors;
  await insertAll(added, (batch) =>
    tx.actor.createMany({
      data: batch.map(({ slug, name, kind, description }) => ({
        slug,
        name,
        kind,
        description,
        sinceRevision: revision,
      })),
    }),
  );
  for (const { slug, name, kind, description } of changed) {
    const data = { name, kind, description, aliases: { deleteMany: {} } };
    await tx.actor.update({ where: { slug }, data });
  }
  const { added: begun, ended } = changes.affiliations;
  const idOf = await actorIds(tx, [
    ...[...added, ...changed].map((actor) => actor.slug),
    ...[...begun, ...ended].flatMap((affiliation) => [
      affiliation.member,
      affiliation.organisation,
    ]),
  ]);
  const aliases = [...added, ...changed].flatMap((actor) =>
    actor.aliases.map((name, order) => ({ actorId: idOf(actor.slug), order, name })),
  );
  await insertAll(aliases, (data) => tx.actorAlias.createMany({ data }));
  for (const affiliation of ended) {
    await tx.affiliation.updateMany({
      where: { ...affiliationRow(affiliation, idOf), untilRevision: null },
      data: { untilRevision: revision },
    });
  }
  await insertAll(begun, (batch) =>
    tx.affiliation.createMany({
      data: batch.map((one) => ({ ...affiliationRow(one, idOf), sinceRevision: revision })),
    }),
  );
}

function affiliationRow(draft: AffiliationDraft, idOf: IdOf) {
  return {
    memberId: idOf(draft.member),
    organisationId: idOf(draft.organisation),
    kind: draft.kind,
    role: draft.role,
    startedOn: draft.startedOn === null ? null : toDatabaseDay(draft.startedOn),
    endedOn: draft.endedOn === null ? null : toDatabaseDay(draft.endedOn),
  };
}
