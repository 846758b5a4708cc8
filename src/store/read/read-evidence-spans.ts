import type { PrismaClient } from '../generated/client.ts';

/** Where the evidence of positions stands: entry i of every list is one quotation. */
export interface EvidenceSpans {
  /** Row number of the position. */
  readonly position: readonly number[];
  /** Row number of the version of the text. */
  readonly text: readonly number[];
  /** UTF-16 units of that text, end exclusive. */
  readonly start: readonly number[];
  readonly end: readonly number[];
}

/**
 * The offsets of the evidence of many positions, by position and then by place, in one statement
 * and one row: a list for each column takes a fraction of the room of a row for each quotation.
 */
export async function readEvidenceSpans(
  prisma: PrismaClient,
  positionIds: readonly number[],
): Promise<EvidenceSpans> {
  const none = { position: [], text: [], start: [], end: [] };
  if (positionIds.length === 0) return none;
  const [spans = none] = await prisma.$queryRaw<EvidenceSpans[]>`
    SELECT coalesce(array_agg(position_id), '{}') AS position, coalesce(array_agg(text_id), '{}') AS text,
      coalesce(array_agg(start), '{}') AS start, coalesce(array_agg("end"), '{}') AS "end"
    FROM (SELECT * FROM evidence WHERE position_id = ANY(${positionIds}::int[])
      ORDER BY position_id, start, "end") AS quotation`;
  return spans;
}
