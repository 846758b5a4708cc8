/** The stored corpus in the form that an import produces, so that the two can be compared. */
import {
  type ActorDraft,
  type AffiliationDraft,
  type CodebookDraft,
  type CodingDraft,
  codingKey,
  type DocumentDraft,
  type PositionDraft,
  type TextDraft,
} from '#src/domain/corpus.ts';
import type { Furniture, ReadWarning, SourceMessage } from '#src/domain/source-document.ts';
import { STANCES } from '#src/domain/vocabulary.ts';
import type { Connection } from '../database/connect.ts';
import { fromDatabaseDay } from '../database/database-day.ts';
import type { PrismaClient } from '../generated/client.ts';
import { latestRevision } from './latest-revision.ts';

export interface StoredDrafts {
  /** Number of the latest revision; 0 for an empty corpus. */
  readonly revision: number;
  /** All actors, by slug. */
  readonly actors: ReadonlyMap<string, ActorDraft>;
  readonly affiliations: readonly AffiliationDraft[];
  readonly codebooks: readonly CodebookDraft[];
  /** The requested documents, by reference. */
  readonly documents: ReadonlyMap<string, DocumentDraft>;
  /** Their current texts, by reference. */
  readonly texts: ReadonlyMap<string, TextDraft>;
  /** Their current codings, by `codingKey`. */
  readonly codings: ReadonlyMap<string, CodingDraft>;
  /** Their current positions, by key. */
  readonly positions: ReadonlyMap<string, PositionDraft>;
  /** Those of the requested documents whose words were purged: since which revision, and why. */
  readonly purged: ReadonlyMap<string, { readonly revision: number; readonly reason: string }>;
}

/** Documents per query. */
const BATCH_SIZE = 500;

/** Reads all actors and codebooks, and the documents with these references, their texts and positions. */
export async function readDrafts(
  { prisma, sql }: Pick<Connection, 'prisma' | 'sql'>,
  references: Iterable<string>,
): Promise<StoredDrafts> {
  const revision = await latestRevision(sql);
  const actors = await readActors(prisma);
  const affiliations = await readAffiliations(prisma);
  const codebooks = await readCodebooks(prisma);
  const documents = new Map<string, DocumentDraft>();
  const texts = new Map<string, TextDraft>();
  const codings = new Map<string, CodingDraft>();
  const positions = new Map<string, PositionDraft>();
  const purged = new Map<string, { readonly revision: number; readonly reason: string }>();
  const requested = [...references];
  for (let offset = 0; offset < requested.length; offset += BATCH_SIZE) {
    const batch = requested.slice(offset, offset + BATCH_SIZE);
    for (const draft of await readDocuments(prisma, batch)) documents.set(draft.reference, draft);
    for (const draft of await readTexts(prisma, batch)) texts.set(draft.document, draft);
    for (const draft of await readCodings(prisma, batch)) codings.set(codingKey(draft), draft);
    for (const draft of await readPositions(prisma, batch)) positions.set(draft.key, draft);
    for (const [reference, purge] of await readPurged(prisma, batch)) purged.set(reference, purge);
  }
  return {
    revision,
    actors,
    affiliations,
    codebooks,
    documents,
    texts,
    codings,
    positions,
    purged,
  };
}

async function readPurged(prisma: PrismaClient, references: readonly string[]) {
  const texts = await prisma.documentText.findMany({
    where: { purgedRevision: { not: null }, document: { reference: { in: [...references] } } },
    select: {
      purgedRevision: true,
      purgedReason: true,
      document: { select: { reference: true } },
    },
  });
  return texts.map(
    ({ document, purgedRevision, purgedReason }) =>
      [document.reference, { revision: purgedRevision ?? 0, reason: purgedReason ?? '' }] as const,
  );
}

async function readActors(prisma: PrismaClient): Promise<ReadonlyMap<string, ActorDraft>> {
  const records = await prisma.actorVersion.findMany({
    where: { untilRevision: null },
    omit: { actorId: true, sinceRevision: true, untilRevision: true },
    include: { actor: { select: { slug: true } } },
  });
  return new Map(records.map(({ actor: { slug }, ...fields }) => [slug, { ...fields, slug }]));
}

async function readAffiliations(prisma: PrismaClient): Promise<readonly AffiliationDraft[]> {
  const records = await prisma.affiliation.findMany({
    where: { untilRevision: null },
    select: {
      member: { select: { slug: true } },
      organisation: { select: { slug: true } },
      kind: true,
      role: true,
      startedOn: true,
      endedOn: true,
      startPrecision: true,
      endPrecision: true,
    },
  });
  return records.map(({ member, organisation, startedOn, endedOn, ...fields }) => ({
    ...fields,
    member: member.slug,
    organisation: organisation.slug,
    startedOn: startedOn && fromDatabaseDay(startedOn),
    endedOn: endedOn && fromDatabaseDay(endedOn),
  }));
}

async function readCodebooks(prisma: PrismaClient): Promise<readonly CodebookDraft[]> {
  const chosen = await prisma.codebookDefault.findFirst({ orderBy: { sinceRevision: 'desc' } });
  const records = await prisma.codebook.findMany({
    omit: { sinceRevision: true },
    include: {
      stances: { select: { stance: true, definition: true } },
      denials: { select: { stance: true, definition: true } },
      conditions: {
        omit: { id: true, codebookId: true, order: true },
        orderBy: { order: 'asc' },
      },
    },
  });
  return records.map(({ id, stances, ...fields }) => ({
    ...fields,
    isDefault: id === chosen?.codebookId,
    stances: stances.toSorted((a, b) => STANCES.indexOf(a.stance) - STANCES.indexOf(b.stance)),
  }));
}

async function readDocuments(
  prisma: PrismaClient,
  references: readonly string[],
): Promise<readonly DocumentDraft[]> {
  const records = await prisma.documentVersion.findMany({
    where: { untilRevision: null, document: { reference: { in: [...references] } } },
    omit: {
      id: true,
      documentId: true,
      createdOn: true,
      searchConfig: true,
      enclosedById: true,
      sinceRevision: true,
      untilRevision: true,
    },
    include: {
      document: { select: { reference: true } },
      enclosedBy: { select: { reference: true } },
      correspondents: {
        select: { role: true, asWritten: true, actor: { select: { slug: true } } },
        orderBy: { order: 'asc' },
      },
      references: { select: { asWritten: true, reference: true }, orderBy: { order: 'asc' } },
    },
  });
  return records.map(({ document, enclosedBy, correspondents, ...fields }) => ({
    ...fields,
    reference: document.reference,
    enclosedBy: enclosedBy?.reference ?? null,
    correspondents: correspondents.map(({ role, asWritten, actor }) => ({
      role,
      asWritten,
      actor: actor?.slug ?? null,
    })),
  }));
}

async function readTexts(
  prisma: PrismaClient,
  references: readonly string[],
): Promise<readonly TextDraft[]> {
  const records = await prisma.documentText.findMany({
    where: { untilRevision: null, document: { reference: { in: [...references] } } },
    select: {
      document: { select: { reference: true } },
      coverage: true,
      text: true,
      passages: {
        select: { number: true, heading: true, marking: true, start: true, end: true },
        orderBy: { order: 'asc' },
      },
      messages: true,
      furniture: true,
      warnings: true,
    },
  });
  return records.map(({ document, messages, furniture, warnings, ...fields }) => ({
    ...fields,
    document: document.reference,
    // JSON columns, written from values of these types (write-texts.ts).
    messages: messages as unknown as SourceMessage[],
    furniture: furniture as unknown as Furniture[],
    warnings: warnings as unknown as ReadWarning[],
  }));
}

async function readCodings(
  prisma: PrismaClient,
  references: readonly string[],
): Promise<readonly CodingDraft[]> {
  const records = await prisma.codingVersion.findMany({
    where: { untilRevision: null, coding: { document: { reference: { in: [...references] } } } },
    select: {
      status: true,
      coding: {
        select: {
          coder: true,
          document: { select: { reference: true } },
          codebook: { select: { slug: true, version: true } },
        },
      },
    },
  });
  return records.map(({ status, coding: { coder, document, codebook } }) => ({
    document: document.reference,
    codebook: codebook.slug,
    version: codebook.version,
    coder,
    status,
  }));
}

async function readPositions(
  prisma: PrismaClient,
  references: readonly string[],
): Promise<readonly PositionDraft[]> {
  const records = await prisma.position.findMany({
    where: { untilRevision: null, document: { reference: { in: [...references] } } },
    omit: {
      id: true,
      firstId: true,
      conditionId: true,
      holderId: true,
      onBehalfOfId: true,
      documentId: true,
      codingId: true,
      sinceRevision: true,
      untilRevision: true,
    },
    include: {
      coding: { select: { coder: true } },
      condition: { select: { code: true, codebook: { select: { slug: true, version: true } } } },
      holder: { select: { slug: true } },
      onBehalfOf: { select: { slug: true } },
      document: { select: { reference: true } },
      evidence: {
        omit: { positionId: true, order: true, textId: true, passageId: true },
        include: { passage: { select: { order: true } } },
        orderBy: { order: 'asc' },
      },
      attribution: {
        include: {
          speaker: { select: { slug: true } },
          audience: { orderBy: { order: 'asc' }, include: { actor: { select: { slug: true } } } },
        },
        orderBy: { order: 'asc' },
      },
    },
  });
  return records.map(
    ({
      coding,
      condition,
      holder,
      onBehalfOf,
      document,
      statedOn,
      disputesKey,
      evidence,
      attribution,
      ...fields
    }) => ({
      ...fields,
      coder: coding.coder,
      codebook: condition.codebook.slug,
      version: condition.codebook.version,
      condition: condition.code,
      holder: holder.slug,
      onBehalfOf: onBehalfOf?.slug ?? null,
      document: document.reference,
      statedOn: fromDatabaseDay(statedOn),
      disputes: disputesKey,
      evidence: evidence.map(({ passage, ...selector }) => ({
        ...selector,
        passage: passage?.order ?? null,
      })),
      attribution: attribution.map(({ speaker, audience, channel, toldOn, toldPrecision }) => ({
        speaker: speaker.slug,
        audience: audience.map(({ actor }) => actor.slug),
        channel,
        toldOn:
          toldOn === null || toldPrecision === null
            ? null
            : { day: fromDatabaseDay(toldOn), precision: toldPrecision },
      })),
    }),
  );
}
