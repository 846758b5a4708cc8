/** PostgreSQL full-text search over titles, passages and summaries as they stand at a revision. */
import { Prisma, type PrismaClient } from '../generated/client.ts';

export interface TextHit {
  readonly kind: 'Document' | 'Passage' | 'Position';
  /** Row number in the table of its kind. */
  readonly id: number;
  readonly score: number;
  /** The words around the matches, which stand between MARK.start and MARK.stop; "…" for what is left out. */
  readonly headline: string;
}

/** Marks of a match: characters for private use, which no text should have. */
export const MARK = { start: '\u{E000}', stop: '\u{E001}' } as const;

const BETWEEN = ' … ';
const HEADLINE = `StartSel=${MARK.start}, StopSel=${MARK.stop}, MaxWords=30, MinWords=12, MaxFragments=2, ShortWord=0, FragmentDelimiter="${BETWEEN}"`;

export interface TextSearch {
  /** Ways to put the question, any of which may match; each in web search syntax. */
  readonly queries: readonly string[];
  readonly revision: number;
}

export async function countTextHits(prisma: PrismaClient, search: TextSearch): Promise<number> {
  const [row] = await prisma.$queryRaw<{ count: number }[]>`
    WITH hit AS (${hits(search)}) SELECT count(*)::int AS count FROM hit`;
  return row?.count ?? 0;
}

/** Hits from `offset` on, best first. A title weighs twice as much as a passage. */
export async function searchText(
  prisma: PrismaClient,
  search: TextSearch,
  offset: number,
  limit: number,
): Promise<readonly TextHit[]> {
  const found = await prisma.$queryRaw<(TextHit & { readonly text: string })[]>`
    WITH hit AS (${hits(search)}),
      best AS (SELECT * FROM hit ORDER BY score DESC, kind, id OFFSET ${offset} LIMIT ${limit}),
      -- Materialized: the text is read out of its document once, though it is used twice.
      whole AS MATERIALIZED (
        SELECT best.*, CASE kind
          WHEN 'Document' THEN (SELECT coalesce(title, reference) FROM document WHERE document.id = best.id)
          WHEN 'Position' THEN (SELECT summary FROM position WHERE position.id = best.id)
          ELSE (SELECT utf16_slice(document_text.text, passage.start, passage.end) FROM passage
                JOIN document_text ON document_text.id = passage.text_id WHERE passage.id = best.id)
        END AS text FROM best)
    SELECT kind, id, score::float8 AS score, text,
      ts_headline('english', text, ${anyOf(search.queries)}, ${HEADLINE}) AS headline
    FROM whole ORDER BY score DESC, kind, id`;
  return found.map(({ text, ...hit }) => ({ ...hit, headline: withEnds(hit.headline, text) }));
}

/** PostgreSQL marks what is left out between two fragments, but not before the first and after the last. */
function withEnds(headline: string, text: string): string {
  const fragments = headline
    .replaceAll(MARK.start, '')
    .replaceAll(MARK.stop, '')
    .split(BETWEEN)
    .map(words);
  const whole = words(text);
  const begins = startsWith(whole, fragments[0]);
  const ends = startsWith(whole.toReversed(), fragments.at(-1)?.toReversed());
  return `${begins ? '' : '… '}${headline}${ends ? '' : ' …'}`;
}

/** Without what stands between words, which a fragment begins and ends without. */
function words(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Only a few words are compared: PostgreSQL leaves out what looks like markup. */
function startsWith(whole: readonly string[], fragment: readonly string[] = []): boolean {
  return fragment.slice(0, 5).every((word, i) => word === whole[i]);
}

function hits({ queries, revision }: TextSearch): Prisma.Sql {
  const asked = Prisma.sql`(SELECT ${anyOf(queries)} AS query) AS asked`;
  return Prisma.sql`
    SELECT 'Document' AS kind, id, 2 * ts_rank(search, query, 1) AS score
    FROM document, ${asked}
    WHERE search @@ query AND since_revision <= ${revision}
    UNION ALL
    SELECT 'Passage', passage.id, ts_rank(passage.search, query, 1)
    FROM passage JOIN document_text ON document_text.id = passage.text_id, ${asked}
    WHERE passage.search @@ query AND since_revision <= ${revision}
      AND (until_revision IS NULL OR until_revision > ${revision})
    UNION ALL
    SELECT 'Position', id, ts_rank(search, query, 1)
    FROM position, ${asked}
    WHERE search @@ query AND since_revision <= ${revision}
      AND (until_revision IS NULL OR until_revision > ${revision})`;
}

/** Matches what any of the queries matches; each in web search syntax. */
export function anyOf(queries: readonly string[]): Prisma.Sql {
  const parts = queries.map((query) => Prisma.sql`websearch_to_tsquery('english', ${query})`);
  return Prisma.sql`(${Prisma.join(parts, ' || ')})`;
}
