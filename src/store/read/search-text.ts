/** PostgreSQL full-text search in titles, passages and summaries at a revision. */
import { Prisma, type PrismaClient } from '../generated/client.ts';
import { limitSearches } from './limit-searches.ts';
import { validAtSql } from './valid-at.ts';

export interface TextHit {
  readonly kind: 'Document' | 'Passage' | 'Position';
  /** Id in the table of its kind. */
  readonly id: number;
  readonly score: number;
  /** Excerpt around the matches. Each match is enclosed in `MARK`; "…" marks omissions. */
  readonly headline: string;
}

/** Delimiters of a match: private-use characters, which source texts do not contain. */
export const MARK = { start: '\u{E000}', stop: '\u{E001}' } as const;

const FRAGMENT_DELIMITER = ' … ';
/** Options of `ts_headline`. */
const HEADLINE = `StartSel=${MARK.start}, StopSel=${MARK.stop}, MaxWords=30, MinWords=12, MaxFragments=2, ShortWord=0, FragmentDelimiter="${FRAGMENT_DELIMITER}"`;

export interface TextSearch {
  /** Alternative phrasings, each in web search syntax; a hit matches at least one. Not empty. */
  readonly queries: readonly string[];
  readonly revision: number;
}

/** Total number of hits. */
export async function countTextHits(prisma: PrismaClient, search: TextSearch): Promise<number> {
  const [found] = await limitSearches(
    prisma,
    () => prisma.$queryRaw<{ count: number }[]>`
      WITH hit AS (${hits(search)}) SELECT count(*)::int AS count FROM hit`,
  );
  return found?.count ?? 0;
}

/** At most `limit` hits from `offset` on, by descending score. A match in a title scores double. */
export async function searchText(
  prisma: PrismaClient,
  search: TextSearch,
  offset: number,
  limit: number,
): Promise<readonly TextHit[]> {
  const query = () => prisma.$queryRaw<(TextHit & { readonly text: string })[]>`
    WITH hit AS (${hits(search)}),
      best AS (SELECT * FROM hit ORDER BY score DESC, kind, id OFFSET ${offset} LIMIT ${limit}),
      -- Materialized, so that the text is extracted once although it is used twice.
      whole AS MATERIALIZED (
        SELECT best.*, CASE kind
          WHEN 'Document' THEN (
            SELECT coalesce(version.title, document.reference)
            FROM document JOIN document_version AS version ON version.document_id = document.id
            WHERE document.id = best.id AND ${validAtSql(search.revision, 'version')})
          WHEN 'Position' THEN (SELECT summary FROM position WHERE position.id = best.id)
          ELSE (SELECT utf16_slice(document_text.text, passage.start, passage.end) FROM passage
                JOIN document_text ON document_text.id = passage.text_id WHERE passage.id = best.id)
        END AS text FROM best)
    SELECT kind, id, score::float8 AS score, text,
      ts_headline('english', text, ${matchesAny(search.queries)}, ${HEADLINE}) AS headline
    FROM whole ORDER BY score DESC, kind, id`;
  const found = await limitSearches(prisma, query);
  return found.map(({ text, ...hit }) => ({ ...hit, headline: withOuterEllipses(hit, text) }));
}

/** `ts_headline` marks omissions between fragments, but not before the first or after the last. */
function withOuterEllipses({ headline }: TextHit, text: string): string {
  const fragments = headline
    .replaceAll(MARK.start, '')
    .replaceAll(MARK.stop, '')
    .split(FRAGMENT_DELIMITER)
    .map(wordsOf);
  const allWords = wordsOf(text);
  const isFromStart = startsWith(allWords, fragments[0]);
  const isToEnd = startsWith(allWords.toReversed(), fragments.at(-1)?.toReversed());
  return `${isFromStart ? '' : '… '}${headline}${isToEnd ? '' : ' …'}`;
}

/** Words only: fragments omit the punctuation around them. */
function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Compares five words at most, because PostgreSQL leaves out words that resemble markup. */
function startsWith(words: readonly string[], fragment: readonly string[] = []): boolean {
  return fragment.slice(0, 5).every((word, i) => word === words[i]);
}

function hits({ queries, revision }: TextSearch): Prisma.Sql {
  const search = Prisma.sql`(SELECT ${matchesAny(queries)} AS query) AS search_query`;
  return Prisma.sql`
    SELECT 'Document' AS kind, document_id AS id, 2 * ts_rank(search, query, 1) AS score
    FROM document_version, ${search}
    WHERE search @@ query AND ${validAtSql(revision)}
    UNION ALL
    SELECT 'Passage', passage.id, ts_rank(passage.search, query, 1)
    FROM passage JOIN document_text ON document_text.id = passage.text_id, ${search}
    WHERE passage.search @@ query AND ${validAtSql(revision)}
    UNION ALL
    SELECT 'Position', id, ts_rank(search, query, 1)
    FROM position, ${search}
    WHERE search @@ query AND ${validAtSql(revision)}`;
}

/** SQL tsquery that matches what any of the queries matches; each is in web search syntax. */
export function matchesAny(queries: readonly string[]): Prisma.Sql {
  const alternatives = queries.map(
    (query) => Prisma.sql`websearch_to_tsquery('english', ${query})`,
  );
  return Prisma.sql`(${Prisma.join(alternatives, ' || ')})`;
}
