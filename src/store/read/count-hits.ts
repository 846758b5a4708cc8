import type { PrismaClient } from '../generated/client.ts';
import { limitSearches } from './limit-searches.ts';
import { hits, type TextKind, type TextSearch } from './search-text.ts';

/** Number of hits in one document, or of positions of one holder on one day in one document. */
export interface HitCount {
  readonly kind: TextKind;
  /** Id. */
  readonly document: number;
  /** Id of the holder of positions; null for other hits. */
  readonly holder: number | null;
  /** Day number of the statement of positions; null for other hits. */
  readonly day: number | null;
  readonly count: number;
}

/** One row for each kind: to read many rows takes longer than to find them. */
interface Columns {
  readonly kind: TextKind;
  readonly documents: readonly number[];
  readonly holders: readonly (number | null)[];
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
      WITH hit (kind, config, id, score, document, holder, day) AS (${branches.sql}),
        counted AS (
          SELECT kind, document, holder, day - DATE '1970-01-01' AS day, count(*)::int AS count
          FROM hit GROUP BY kind, document, holder, day)
      SELECT kind, array_agg(document) AS documents, array_agg(holder) AS holders,
        array_agg(day) AS days, array_agg(count) AS counts
      FROM counted GROUP BY kind`,
  );
  return found.flatMap(({ kind, documents, holders, days, counts }) =>
    documents.map((document, i) => ({
      kind,
      document,
      holder: holders[i] ?? null,
      day: days[i] ?? null,
      count: counts[i] ?? 0,
    })),
  );
}
