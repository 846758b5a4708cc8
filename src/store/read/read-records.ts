/** Rows by number, many at once: what the loaders of a request ask for. Each is one statement. */
import type { Channel, Confidence, DatePrecision, PositionStatus } from '#src/domain/vocabulary.ts';
import type { Connection, PlainSql } from '../database/connect.ts';
import type { PrismaClient } from '../generated/client.ts';
import { standingAt } from './read-corpus.ts';

type Returned<Read extends (...args: never[]) => Promise<readonly unknown[]>> = Awaited<
  ReturnType<Read>
>[number];

export type DocumentRecord = Returned<typeof readDocumentRecords>;
/** A correspondent of a document, as written and as resolved. */
export type CorrespondentRecord = DocumentRecord['correspondents'][number];
/** A reference from one document to another. */
export type ReferenceRecord = DocumentRecord['references'][number];
export type DocumentTextRecord = Returned<typeof readTexts>;
export type PassageRecord = Returned<typeof readPassages>;
export type RevisionRecord = Returned<typeof readRevisions>;

/** The connections that records are read over. */
export type RecordStore = Pick<Connection, 'prisma' | 'sql'>;

/** What the columns do not have of positions, and by what these are sorted. */
export interface PositionRecord {
  readonly id: number;
  readonly key: string;
  readonly condition: number;
  readonly holder: number;
  /** Day number. */
  readonly day: number;
  readonly summary: string;
  readonly rationale: string | null;
  readonly confidence: Confidence;
  readonly status: PositionStatus;
  readonly disputesKey: string | null;
  readonly sinceRevision: number;
}

export function readPositions(
  sql: PlainSql,
  ids: readonly number[],
): Promise<readonly PositionRecord[]> {
  return sql(
    `SELECT id, key, condition_id AS condition, holder_id AS holder,
      stated_on - DATE '1970-01-01' AS day, summary, rationale, confidence, status,
      disputes_key AS "disputesKey", since_revision AS "sinceRevision"
    FROM position WHERE id = ANY($1::int[])`,
    [ids],
  );
}

/** Row numbers of the positions of the given keys, as they stood at a revision. */
export function readPositionIds(prisma: PrismaClient, keys: readonly string[], revision: number) {
  return prisma.position.findMany({
    where: { key: { in: [...keys] }, ...standingAt(revision) },
    select: { id: true, key: true },
  });
}

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

export interface AttributionStepRecord {
  readonly positionId: number;
  readonly order: number;
  readonly speakerId: number;
  readonly channel: Channel;
  /** Day number. */
  readonly toldOn: number | null;
  readonly toldPrecision: DatePrecision | null;
  /** Actors, in the order in which they are named. */
  readonly audience: readonly number[];
}

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

/** Documents with their correspondents and references, without their texts. */
export function readDocumentRecords(prisma: PrismaClient, ids: readonly number[]) {
  return prisma.document.findMany({
    where: { id: { in: [...ids] } },
    include: {
      correspondents: { orderBy: { order: 'asc' } },
      references: { orderBy: { order: 'asc' } },
      enclosures: { orderBy: { id: 'asc' }, select: { id: true } },
    },
  });
}

/** The texts of documents as they stood at a revision. */
export function readTexts(prisma: PrismaClient, documentIds: readonly number[], revision: number) {
  return prisma.documentText.findMany({
    where: { documentId: { in: [...documentIds] }, ...standingAt(revision) },
  });
}

export function readPassages(prisma: PrismaClient, textIds: readonly number[]) {
  return prisma.passage.findMany({
    where: { textId: { in: [...textIds] } },
    orderBy: [{ textId: 'asc' }, { order: 'asc' }],
  });
}

/** Passages of any texts by their own row numbers. */
export function readPassagesById(prisma: PrismaClient, ids: readonly number[]) {
  return prisma.passage.findMany({ where: { id: { in: [...ids] } } });
}

/** Versions of texts by their own row numbers, with the document that each belongs to. */
export function readTextsById(prisma: PrismaClient, ids: readonly number[]) {
  return prisma.documentText.findMany({ where: { id: { in: [...ids] } } });
}

export function readRevisions(prisma: PrismaClient, numbers: readonly number[]) {
  return prisma.revision.findMany({ where: { number: { in: [...numbers] } } });
}
