import type { PrismaClient } from '../generated/client.ts';
import { limitSearches } from './limit-searches.ts';
import { hits, type TextKind, type TextSearch } from './search-text.ts';

/** Number of hits in one document, or of positions of one speaker on one day in one document. */
export interface HitCount {
  readonly kind: TextKind;
  /** Id. */
  readonly document: number;
  /** Id of the holder of positions, or of the actor on whose behalf; null for other hits. */
  readonly speaker: number | null;
  /** Day number of the statement of positions; null for other hits. */
  readonly day: number | null;
  readonly count: number;
}

/** One row for each kind: to read many rows takes longer than to find them. */
interface Columns {
  readonly kind: TextKind;
  readonly documents: readonly number[];
  readonly speakers: readonly (number | null)[];
  readonly days: readonly (number | null)[];
  readonly counts: readonly number[];
}

/** All hits of a search, by document. */
export async function countHits(
  prisma: PrismaClient,
  search: TextSearch,
): Promise<readonly HitCount[]> {
  const branches = await hits(prisma, search);
  if (branches === null) return [];
  const found = await limitSearches(
    prisma,
    () => prisma.$queryRaw<Columns[]>`
      WITH hit (kind, config, id, score, document, speaker, day) AS (${branches.sql}),
        counted AS (
          SELECT kind, document, speaker, day - DATE '1970-01-01' AS day, count(*)::int AS count
          FROM hit GROUP BY kind, document, speaker, day)
      SELECT kind, array_agg(document) AS documents, array_agg(speaker) AS speakers,
        array_agg(day) AS days, array_agg(count) AS counts
      FROM counted GROUP BY kind`,
  );
  return found.flatMap(({ kind, documents, speakers, days, counts }) =>
    documents.map((document, i) => ({
      kind,
      document,
      speaker: speakers[i] ?? null,
      day: days[i] ?? null,
      count: counts[i] ?? 0,
    })),
  );
}
