/** PostgreSQL full-text search in headers, passages and summaries at a revision. */
import type { TextQuery } from '#src/domain/text-query.ts';
import { Prisma, type PrismaClient } from '../generated/client.ts';
import { headlineOf, shownHeadline } from './headline.ts';
import { limitSearches } from './limit-searches.ts';
import { readHeaderMatches } from './read-header-matches.ts';
import { type SearchConfig, SUMMARY_CONFIG } from './search-languages.ts';
import { condition, inLanguages, type QueryInLanguage, tsquery } from './text-query-sql.ts';
import { validAtSql } from './valid-at.ts';

/** Kinds of text that a search finds. */
export const TEXT_KINDS = ['Document', 'Passage', 'Position'] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

export interface TextHit {
  readonly kind: TextKind;
  /** Id in the table of its kind. */
  readonly id: number;
  readonly score: number;
  /** Excerpt around the matches. Each match is enclosed in `MARK`; "…" marks omissions. */
  readonly headline: string;
}

export interface TextSearch {
  readonly query: TextQuery;
  /** The languages of documents (search-languages.ts). */
  readonly configs: readonly SearchConfig[];
  readonly revision: number;
  /** Kinds of text to search. */
  readonly kinds: readonly TextKind[];
  /** Ids of the documents whose headers and passages are searched; all if absent. */
  readonly documents?: readonly number[];
  /** Ids of the documents whose positions are searched; all if absent. */
  readonly ofPositions?: readonly number[];
  /** Whose positions are searched; everybody's if absent. */
  readonly spokenFor?: SpokenFor;
}

/** The positions that some actors hold, or that were stated for them. */
interface SpokenFor {
  readonly actors: readonly number[];
  readonly spans: readonly SpeakerSpan[];
}

/**
 * The positions that a holder, or the actor on whose behalf, stated in a period: day numbers, inclusive,
 * ±Infinity at the ends of time.
 */
export interface SpeakerSpan {
  readonly speaker: number;
  readonly from: number;
  readonly to: number;
}

/** Total number of hits. */
export async function countTextHits(prisma: PrismaClient, search: TextSearch): Promise<number> {
  const branches = await hits(prisma, search);
  if (branches === null) return 0;
  const [found] = await limitSearches(
    prisma,
    () => prisma.$queryRaw<{ count: number }[]>`
      WITH hit (kind, config, id, score, document, speaker, day) AS (${branches.sql}) SELECT count(*)::int AS count FROM hit`,
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
  const branches = await hits(prisma, search);
  if (branches === null) return [];
  const found = await limitSearches(
    prisma,
    () => prisma.$queryRaw<(TextHit & { readonly text: string })[]>`
    WITH hit (kind, config, id, score, document, speaker, day) AS (${branches.sql}),
      best AS (SELECT * FROM hit ORDER BY score DESC, kind, id OFFSET ${offset} LIMIT ${limit}),
      -- Materialized, so that the text is extracted once although it is used twice.
      whole AS MATERIALIZED (
        SELECT best.*, search_words(CASE kind
          WHEN 'Position' THEN (SELECT summary FROM position WHERE position.id = best.id)
          WHEN 'Passage' THEN (
            SELECT utf16_slice(document_text.text, passage.start, passage.end) FROM passage
            JOIN document_text ON document_text.id = passage.text_id WHERE passage.id = best.id)
        END) AS text FROM best)
    SELECT kind, id, score::float8 AS score, text, ${headlineOf(branches.languages, Prisma.sql`text`)} AS headline
    FROM whole ORDER BY score DESC, kind, id`,
  );
  const documents = found.flatMap(({ kind, id }) => (kind === 'Document' ? id : []));
  const headers = await readHeaderMatches(prisma, branches.languages, documents, search.revision);
  return found.map(({ kind, id, score, headline, text }) => ({
    kind,
    id,
    score,
    headline:
      kind === 'Document' ? (headers.get(id) ?? '') : shownHeadline(headline, text, search.query),
  }));
}

interface Branches {
  /** SELECT of kind, config, id, score, document, speaker, day of each hit. */
  readonly sql: Prisma.Sql;
  readonly languages: readonly QueryInLanguage[];
}

/** The hits of a search, unordered; null if nothing can be found. */
export async function hits(prisma: PrismaClient, search: TextSearch): Promise<Branches | null> {
  const configs = new Set([...search.configs, SUMMARY_CONFIG]);
  const languages = await inLanguages(prisma, search.query, [...configs]);
  const branches = search.kinds.flatMap((kind) =>
    languages
      .filter(({ config }) =>
        kind === 'Position' ? config === SUMMARY_CONFIG : search.configs.includes(config),
      )
      .map((language) => BRANCH_OF[kind](language, search)),
  );
  return branches.length === 0 ? null : { sql: Prisma.join(branches, ' UNION ALL '), languages };
}

/**
 * Ranks of headers by field: a title (A) counts twice as much as a word of a passage, and correspondents (B),
 * origin and provenance (C) half as much.
 */
const HEADER_WEIGHTS = Prisma.raw("'{0.05, 0.05, 0.05, 0.2}'");
const QUERY = Prisma.sql`query`;
const SPEAKER = Prisma.raw('coalesce(on_behalf_of_id, holder_id)');
const HEADER_WORDS = Prisma.sql`concat_ws(' ', title, origin, provenance,
  (SELECT string_agg(as_written, ' ' ORDER BY "order") FROM correspondent WHERE version_id = document_version.id))`;
const PASSAGE_WORDS = Prisma.sql`(SELECT utf16_slice(document_text.text, start, "end") FROM passage WHERE id = passage_id)`;

/** In each kind of text, what is in the language and matches. */
const BRANCH_OF: Readonly<
  Record<TextKind, (language: QueryInLanguage, search: TextSearch) => Prisma.Sql>
> = {
  Document: (language, search) => Prisma.sql`
    SELECT 'Document', search_config, document_id,
      ts_rank(${HEADER_WEIGHTS}, search, query, 1),
      document_id, NULL::int, NULL::date
    FROM document_version, (SELECT ${tsquery(language)} AS query) AS search_query
    WHERE search_config = ${language.config} AND ${condition(language, Prisma.sql`search`, HEADER_WORDS, QUERY)}
      AND ${validAtSql(search.revision)} AND ${isAmong('document_id', search.documents)}`,
  Passage: (language, search) => Prisma.sql`
    SELECT 'Passage', config, passage_id, ts_rank(passage_search.search, query, 1),
      document_text.document_id, NULL::int, NULL::date
    FROM passage_search JOIN document_text ON document_text.id = passage_search.text_id,
      (SELECT ${tsquery(language)} AS query) AS search_query
    WHERE config = ${language.config} AND ${condition(language, Prisma.sql`passage_search.search`, PASSAGE_WORDS, QUERY)}
      AND ${validAtSql(search.revision, 'document_text')} AND ${validAtSql(search.revision, 'passage_search')}
      AND ${isAmong('document_text.document_id', search.documents)}`,
  Position: (language, search) => Prisma.sql`
    SELECT 'Position', ${language.config}, id, ts_rank(search, query, 1), document_id, ${SPEAKER}, stated_on
    FROM position, (SELECT ${tsquery(language)} AS query) AS search_query
    WHERE ${condition(language, Prisma.sql`search`, Prisma.sql`summary`, QUERY)}
      AND ${validAtSql(search.revision)} AND ${isAmong('document_id', search.ofPositions)} AND ${isSpokenFor(search.spokenFor)}`,
};

/** Days that no date goes beyond, for the ends of time. */
const FIRST_DAY = -1_000_000;
const LAST_DAY = 4_000_000;

function isSpokenFor(of: SpokenFor | undefined): Prisma.Sql {
  if (of === undefined) return Prisma.sql`TRUE`;
  const { actors, spans } = of;
  return Prisma.sql`(holder_id = ANY(${[...actors]}::int[]) OR EXISTS (
    SELECT FROM unnest(${spans.map(({ speaker }) => speaker)}::int[],
      ${spans.map(({ from }) => Math.max(from, FIRST_DAY))}::int[],
      ${spans.map(({ to }) => Math.min(to, LAST_DAY))}::int[]) AS span (speaker, first, last)
    WHERE span.speaker = ${SPEAKER} AND stated_on - DATE '1970-01-01' BETWEEN first AND last))`;
}

function isAmong(column: string, ids: readonly number[] | undefined): Prisma.Sql {
  return ids === undefined
    ? Prisma.sql`TRUE`
    : Prisma.sql`${Prisma.raw(column)} = ANY(${[...ids]}::int[])`;
}
