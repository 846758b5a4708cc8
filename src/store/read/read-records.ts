/** Batch reads for a request's loaders: each function is one query. Records come in no set order unless stated. */
import type { Channel, Confidence, DatePrecision } from '#src/domain/vocabulary.ts';
import type { Connection, PlainSql } from '../database/connect.ts';
import type { PrismaClient } from '../generated/client.ts';
import { validAt } from './valid-at.ts';

type Returned<Read extends (...args: never[]) => Promise<readonly unknown[]>> = Awaited<
  ReturnType<Read>
>[number];

/** A document's header with its correspondents, references and enclosed documents. */
export type DocumentRecord = Returned<typeof readDocumentRecords>;
/** A correspondent of a document, as written and as resolved. */
export type CorrespondentRecord = DocumentRecord['correspondents'][number];
/** A reference from one document to another. */
export type ReferenceRecord = DocumentRecord['references'][number];
/** One version of a document's text. */
export type DocumentTextRecord = Returned<typeof readTexts>;
/** A passage, with its offsets in the text. */
export type PassageRecord = Returned<typeof readPassages>;
export type RevisionRecord = Returned<typeof readRevisions>;

/** The part of a store that these functions read from. */
export type RecordStore = Pick<Connection, 'prisma' | 'sql'>;

/** The fields of a position that the columns leave out, with the fields that the columns are sorted by. */
export interface PositionRecord {
  readonly id: number;
  /** Id of its first version. */
  readonly first: number;
  readonly key: string;
  readonly condition: number;
  readonly holder: number;
  readonly onBehalfOf: number | null;
  /** Day number. */
  readonly day: number;
  readonly summary: string;
  readonly rationale: string | null;
  readonly confidence: Confidence;
  readonly disputesKey: string | null;
  readonly sinceRevision: number;
}

/** Positions by id. */
export function readPositions(
  sql: PlainSql,
  ids: readonly number[],
): Promise<readonly PositionRecord[]> {
  return sql(
    `SELECT id, coalesce(first_id, id) AS first, key, condition_id AS condition, holder_id AS holder,
      on_behalf_of_id AS "onBehalfOf",
      stated_on - DATE '1970-01-01' AS day, summary, rationale, confidence,
      disputes_key AS "disputesKey", since_revision AS "sinceRevision"
    FROM position WHERE id = ANY($1::int[])`,
    [ids],
  );
}

/** Ids of the versions of positions that are valid at a revision, by key. */
export function readPositionIds(prisma: PrismaClient, keys: readonly string[], revision: number) {
  return prisma.position.findMany({
    where: { key: { in: [...keys] }, ...validAt(revision) },
    select: { id: true, key: true },
  });
}

/** A quotation. Offsets count UTF-16 units of the text, end exclusive. */
export interface EvidenceRecord {
  readonly positionId: number;
  readonly textId: number;
  readonly passageId: number | null;
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Evidence of positions, by position and then in order. */
export function readEvidence(
  sql: PlainSql,
  positionIds: readonly number[],
): Promise<readonly EvidenceRecord[]> {
  return sql(
    `SELECT position_id AS "positionId", text_id AS "textId", passage_id AS "passageId",
      start, "end", exact, prefix, suffix
    FROM evidence WHERE position_id = ANY($1::int[]) ORDER BY position_id, "order"`,
    [positionIds],
  );
}

/** One step of an attribution chain. */
export interface AttributionStepRecord {
  readonly positionId: number;
  /** From 1, the holder's own utterance. */
  readonly order: number;
  readonly speakerId: number;
  readonly channel: Channel;
  /** Day number. */
  readonly toldOn: number | null;
  readonly toldPrecision: DatePrecision | null;
  /** Ids of the actors addressed, in order. */
  readonly audience: readonly number[];
}

/** Attribution steps of positions, by position and then in order. */
export function readAttribution(
  sql: PlainSql,
  positionIds: readonly number[],
): Promise<readonly AttributionStepRecord[]> {
  return sql(
    `SELECT position_id AS "positionId", "order", speaker_id AS "speakerId", channel,
      told_on - DATE '1970-01-01' AS "toldOn", told_precision AS "toldPrecision",
      ARRAY(SELECT actor_id FROM attribution_audience WHERE step_id = attribution_step.id
        ORDER BY "order") AS audience
    FROM attribution_step WHERE position_id = ANY($1::int[]) ORDER BY position_id, "order"`,
    [positionIds],
  );
}

/** Document headers, as they are at a revision, by id of the document. */
export function readDocumentRecords(
  prisma: PrismaClient,
  ids: readonly number[],
  revision: number,
) {
  return prisma.documentVersion.findMany({
    where: { documentId: { in: [...ids] }, ...validAt(revision) },
    include: {
      document: {
        select: {
          sinceRevision: true,
          enclosures: {
            where: validAt(revision),
            orderBy: { documentId: 'asc' },
            select: { documentId: true },
          },
        },
      },
      correspondents: { orderBy: { order: 'asc' } },
      references: { orderBy: { order: 'asc' } },
    },
  });
}

/** The texts of documents that are valid at a revision. */
export function readTexts(prisma: PrismaClient, documentIds: readonly number[], revision: number) {
  return prisma.documentText.findMany({
    where: { documentId: { in: [...documentIds] }, ...validAt(revision) },
  });
}

/** What the same texts are, without reading them. */
export function readTextHeads(
  prisma: PrismaClient,
  documentIds: readonly number[],
  revision: number,
) {
  return prisma.documentText.findMany({
    where: { documentId: { in: [...documentIds] }, ...validAt(revision) },
    select: { id: true, documentId: true, purgedReason: true },
  });
}

/** Passages of texts, by text and then in order. */
export function readPassages(prisma: PrismaClient, textIds: readonly number[]) {
  return prisma.passage.findMany({
    where: { textId: { in: [...textIds] } },
    orderBy: [{ textId: 'asc' }, { order: 'asc' }],
  });
}

/** Passages by id. */
export function readPassagesById(prisma: PrismaClient, ids: readonly number[]) {
  return prisma.passage.findMany({ where: { id: { in: [...ids] } } });
}

/** Versions of texts by id. */
export function readTextsById(prisma: PrismaClient, ids: readonly number[]) {
  return prisma.documentText.findMany({ where: { id: { in: [...ids] } } });
}

/** Revisions by number. */
export function readRevisions(prisma: PrismaClient, numbers: readonly number[]) {
  return prisma.revision.findMany({ where: { number: { in: [...numbers] } } });
}
