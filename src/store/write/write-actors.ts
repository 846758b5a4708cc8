import type { Changes } from '#src/domain/changes.ts';
import type { AffiliationDraft } from '#src/domain/corpus.ts';
import { toDatabaseDay } from '../database/database-day.ts';
import type { Transaction } from '../database/transaction.ts';
import { insertAll } from './bulk-insert.ts';
import { actorIds, type IdOf } from './lookup-ids.ts';

/**
 * Writes the actors and affiliations of a revision. A stored version is immutable: the previous version
 * of an actor ends at this revision, as does an affiliation that is no longer so.
 */
export async function writeActors(
  tx: Transaction,
  revision: number,
  { actors, affiliations }: Pick<Changes, 'actors' | 'affiliations'>,
): Promise<void> {
  await insertAll(actors.added, (batch) =>
    // One that was withdrawn is there already.
    tx.actor.createMany({ data: batch.map(({ slug }) => ({ slug })), skipDuplicates: true }),
  );
  const written = [...actors.added, ...actors.changed];
  const idOf = await actorIds(tx, [
    ...written.map(({ slug }) => slug),
    ...actors.ended,
    ...[...affiliations.added, ...affiliations.ended].flatMap(({ member, organisation }) => [
      member,
      organisation,
    ]),
  ]);
  await insertAll([...actors.changed.map(({ slug }) => slug), ...actors.ended], (slugs) =>
    tx.actorVersion.updateMany({
      where: { actorId: { in: slugs.map(idOf) }, untilRevision: null },
      data: { untilRevision: revision },
    }),
  );
  await insertAll(written, (batch) =>
    tx.actorVersion.createMany({
      data: batch.map(({ slug, aliases, ...fields }) => ({
        ...fields,
        aliases: [...aliases],
        actorId: idOf(slug),
        sinceRevision: revision,
      })),
    }),
  );
  for (const affiliation of affiliations.ended) {
    await tx.affiliation.updateMany({
      where: { ...affiliationRecord(affiliation, idOf), untilRevision: null },
      data: { untilRevision: revision },
    });
  }
  await insertAll(affiliations.added, (batch) =>
    tx.affiliation.createMany({
      data: batch.map((draft) => ({ ...affiliationRecord(draft, idOf), sinceRevision: revision })),
    }),
  );
}

function affiliationRecord(draft: AffiliationDraft, idOf: IdOf) {
  const { member, organisation, startedOn, endedOn, ...fields } = draft;
  return {
    ...fields,
    memberId: idOf(member),
    organisationId: idOf(organisation),
    startedOn: startedOn === null ? null : toDatabaseDay(startedOn),
    endedOn: endedOn === null ? null : toDatabaseDay(endedOn),
  };
}
