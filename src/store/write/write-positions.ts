import type { Changes } from '#src/domain/changes.ts';
import type { PositionDraft } from '#src/domain/corpus.ts';
import { invariant } from '#src/domain/failure.ts';
import {
  actorIds,
  documentIds,
  type IdOf,
  insertAll,
  lookup,
  reserveIds,
  type Transaction,
} from '../database/bulk-insert.ts';
import { toDatabaseDay } from '../database/database-day.ts';

/** A position is never overwritten: the version before it ends at this revision. */
export async function writePositions(
  tx: Transaction,
  revision: number,
  { positions, endedPositions }: Pick<Changes, 'positions' | 'endedPositions'>,
  onProgress: (part: number) => void,
): Promise<void> {
  await insertAll([...endedPositions, ...positions.map((p) => p.key)], (keys) =>
    tx.position.updateMany({
      where: { key: { in: keys }, untilRevision: null },
      data: { untilRevision: revision },
    }),
  );
  const actorOf = await actorIds(
    tx,
    positions.flatMap((p) => [
      p.holder,
      ...p.attribution.flatMap((s) => [s.speaker, ...s.audience]),
    ]),
  );
  const documentOf = await documentIds(
    tx,
    positions.map((p) => p.document),
  );
  const conditionOf = await conditionIds(tx);
  const id = await reserveIds(tx, 'position', positions.length);
  await insertAll(
    positions.map((position, i) => ({
      id: id(i),
      key: position.key,
      conditionId: conditionOf(conditionKey(position)),
      holderId: actorOf(position.holder),
      stance: position.stance,
      statedOn: toDatabaseDay(position.statedOn),
      statedOnPrecision: position.statedOnPrecision,
      onOrBefore: position.onOrBefore,
      channel: position.channel,
      wording: position.wording,
      modality: position.modality,
      retellings: position.retellings,
      summary: position.summary,
      rationale: position.rationale,
      documentId: documentOf(position.document),
      coder: position.coder,
      confidence: position.confidence,
      status: position.status,
      disputesKey: position.disputes,
      sinceRevision: revision,
    })),
    (data) => tx.position.createMany({ data }),
    (part) => onProgress(part * 0.4),
  );
  await writeEvidence(tx, positions, id, documentOf);
  onProgress(0.7);
  await writeAttribution(tx, positions, id, actorOf);
  onProgress(1);
}

async function conditionIds(tx: Transaction): Promise<IdOf> {
  const rows = await tx.condition.findMany({
    select: { id: true, code: true, codebook: { select: { slug: true, version: true } } },
  });
  return lookup(
    'condition',
    new Map(
      rows.map(({ id, code, codebook }) => [`${codebook.slug}@${codebook.version} ${code}`, id]),
    ),
  );
}

function conditionKey(position: PositionDraft): string {
  return `${position.codebook}@${position.version} ${position.condition}`;
}

async function writeEvidence(
  tx: Transaction,
  positions: readonly PositionDraft[],
  idOf: (index: number) => number,
  documentOf: IdOf,
): Promise<void> {
  const coded = [...new Set(positions.map((position) => documentOf(position.document)))];
  const texts = await tx.documentText.findMany({
    where: { documentId: { in: coded }, untilRevision: null },
    select: { id: true, documentId: true, passages: { select: { id: true, order: true } } },
  });
  const textOf = new Map(
    texts.map(({ id, documentId, passages }) => [
      documentId,
      { id, passages: new Map(passages.map((passage) => [passage.order, passage.id])) },
    ]),
  );
  const rows = positions.flatMap((position, i) => {
    const text = textOf.get(documentOf(position.document));
    invariant(text, `no text of ${position.document}`);
    return position.evidence.map(({ passage, ...selector }, order) => ({
      positionId: idOf(i),
      order,
      textId: text.id,
      passageId: passage === null ? null : (text.passages.get(passage) ?? null),
      ...selector,
    }));
  });
  await insertAll(rows, (data) => tx.evidence.createMany({ data }));
}

async function writeAttribution(
  tx: Transaction,
  positions: readonly PositionDraft[],
  idOf: (index: number) => number,
  actorOf: IdOf,
): Promise<void> {
  const steps = positions.flatMap((position, i) =>
    position.attribution.map((step, order) => ({ ...step, order: order + 1, positionId: idOf(i) })),
  );
  const stepId = await reserveIds(tx, 'attribution_step', steps.length);
  await insertAll(
    steps.map(({ positionId, order, speaker, channel, toldOn }, i) => ({
      id: stepId(i),
      positionId,
      order,
      speakerId: actorOf(speaker),
      channel,
      toldOn: toldOn === null ? null : toDatabaseDay(toldOn.day),
      toldPrecision: toldOn?.precision ?? null,
    })),
    (data) => tx.attributionStep.createMany({ data }),
  );
  const audience = steps.flatMap((step, i) =>
    step.audience.map((hearer, order) => ({ stepId: stepId(i), order, actorId: actorOf(hearer) })),
  );
  await insertAll(audience, (data) => tx.attributionAudience.createMany({ data }));
}
