import type { Changes } from '#src/domain/changes.ts';
import { codingKey, type PositionDraft } from '#src/domain/corpus.ts';
import { invariant } from '#src/domain/failure.ts';
import { toDatabaseDay } from '../database/database-day.ts';
import type { Transaction } from '../database/transaction.ts';
import { insertAll, reserveIds } from './bulk-insert.ts';
import {
  actorIds,
  codingIds,
  conditionIds,
  conditionKey,
  documentIds,
  type IdOf,
} from './lookup-ids.ts';

/**
 * Writes the positions of a revision with their evidence and attribution. A stored position is
 * immutable: the previous version of each key ends at this revision. `onProgress` receives the
 * fraction done (0…1).
 */
export async function writePositions(
  tx: Transaction,
  revision: number,
  { positions, endedPositions }: Pick<Changes, 'positions' | 'endedPositions'>,
  onProgress: (fraction: number) => void,
): Promise<void> {
  await insertAll([...endedPositions, ...positions.map(({ key }) => key)], (keys) =>
    tx.position.updateMany({
      where: { key: { in: keys }, untilRevision: null },
      data: { untilRevision: revision },
    }),
  );
  const actorIdOf = await actorIds(
    tx,
    positions.flatMap(({ holder, onBehalfOf, attribution }) => [
      holder,
      ...(onBehalfOf === null ? [] : [onBehalfOf]),
      ...attribution.flatMap(({ speaker, audience }) => [speaker, ...audience]),
    ]),
  );
  const documentIdOf = await documentIds(
    tx,
    positions.map(({ document }) => document),
  );
  const conditionIdOf = await conditionIds(tx);
  const codingIdOf = await codingIds(
    tx,
    positions.map(({ document }) => document),
  );
  const firstIdOf = await firstVersions(tx, positions);
  const positionId = await reserveIds(tx, 'position', positions.length);
  const records = positions.map(
    (
      {
        codebook,
        version,
        condition,
        holder,
        onBehalfOf,
        document,
        coder,
        statedOn,
        disputes,
        evidence: _,
        attribution: __,
        ...fields
      },
      i,
    ) => ({
      ...fields,
      id: positionId(i),
      firstId: firstIdOf.get(fields.key) ?? null,
      conditionId: conditionIdOf(conditionKey(codebook, version, condition)),
      holderId: actorIdOf(holder),
      onBehalfOfId: onBehalfOf === null ? null : actorIdOf(onBehalfOf),
      documentId: documentIdOf(document),
      codingId: codingIdOf(codingKey({ document, codebook, version, coder })),
      statedOn: toDatabaseDay(statedOn),
      disputesKey: disputes,
      sinceRevision: revision,
    }),
  );
  await insertAll(
    records,
    (data) => tx.position.createMany({ data }),
    (fraction) => onProgress(fraction * 0.4),
  );
  await writeEvidence(tx, positions, positionId, documentIdOf);
  onProgress(0.7);
  await writeAttribution(tx, positions, positionId, actorIdOf);
  onProgress(1);
}

/** The ids of the first versions of those positions that have one, by key. */
async function firstVersions(
  tx: Transaction,
  positions: readonly PositionDraft[],
): Promise<ReadonlyMap<string, number>> {
  const keys = positions.map(({ key }) => key);
  const found = await tx.$queryRaw<{ key: string; id: number }[]>`
    SELECT key, min(id) AS id FROM position WHERE key = ANY(${keys}::text[]) GROUP BY key`;
  return new Map(found.map(({ key, id }) => [key, id]));
}

async function writeEvidence(
  tx: Transaction,
  positions: readonly PositionDraft[],
  positionId: (index: number) => number,
  documentIdOf: IdOf,
): Promise<void> {
  const codedDocuments = [...new Set(positions.map(({ document }) => documentIdOf(document)))];
  const texts = await tx.documentText.findMany({
    where: { documentId: { in: codedDocuments }, untilRevision: null },
    select: { id: true, documentId: true, passages: { select: { id: true, order: true } } },
  });
  const textOf = new Map(
    texts.map(({ id, documentId, passages }) => [
      documentId,
      { id, passages: new Map(passages.map((passage) => [passage.order, passage.id])) },
    ]),
  );
  const records = positions.flatMap(({ document, evidence }, i) => {
    const text = textOf.get(documentIdOf(document));
    invariant(text, `no text of ${document}`);
    return evidence.map(({ passage, ...selector }, order) => ({
      ...selector,
      positionId: positionId(i),
      order,
      textId: text.id,
      passageId: passage === null ? null : (text.passages.get(passage) ?? null),
    }));
  });
  await insertAll(records, (data) => tx.evidence.createMany({ data }));
}

async function writeAttribution(
  tx: Transaction,
  positions: readonly PositionDraft[],
  positionId: (index: number) => number,
  actorIdOf: IdOf,
): Promise<void> {
  const steps = positions.flatMap(({ attribution }, i) =>
    attribution.map((step, index) => ({ ...step, order: index + 1, positionId: positionId(i) })),
  );
  const stepId = await reserveIds(tx, 'attribution_step', steps.length);
  await insertAll(
    steps.map(({ speaker, audience: _, toldOn, ...fields }, i) => ({
      ...fields,
      id: stepId(i),
      speakerId: actorIdOf(speaker),
      toldOn: toldOn === null ? null : toDatabaseDay(toldOn.day),
      toldPrecision: toldOn?.precision ?? null,
    })),
    (data) => tx.attributionStep.createMany({ data }),
  );
  const audience = steps.flatMap((step, i) =>
    step.audience.map((actor, order) => ({ stepId: stepId(i), order, actorId: actorIdOf(actor) })),
  );
  await insertAll(audience, (data) => tx.attributionAudience.createMany({ data }));
}
