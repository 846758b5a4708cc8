import type { PrismaClient } from '../generated/client.ts';

/** Offsets of evidence as columns: index i of every column is one quotation. */
export interface EvidenceSpans {
  /** Id of the position. */
  readonly position: readonly number[];
  /** Id of the version of the text. */
  readonly text: readonly number[];
  /** UTF-16 units of that text; `end` is exclusive. */
  readonly start: readonly number[];
  readonly end: readonly number[];
}

/**
 * The offsets of the evidence of many positions, sorted by position and then by offset. One query that
 * returns arrays, which take a fraction of the memory of a record per quotation.
 */
export async function readEvidenceSpans(
  prisma: PrismaClient,
  positionIds: readonly number[],
): Promise<EvidenceSpans> {
  const empty = { position: [], text: [], start: [], end: [] };
  if (positionIds.length === 0) return empty;
  const [spans = empty] = await prisma.$queryRaw<EvidenceSpans[]>`
    SELECT coalesce(array_agg(position_id), '{}') AS position, coalesce(array_agg(text_id), '{}') AS text,
      coalesce(array_agg(start), '{}') AS start, coalesce(array_agg("end"), '{}') AS "end"
    FROM (SELECT * FROM evidence WHERE position_id = ANY(${positionIds}::int[])
      ORDER BY position_id, start, "end") AS quotation`;
  return spans;
}
