/** Where the headers of documents match a search. */
import { leavesOf, type TextQuery, withoutExclusions } from '#src/domain/text-query.ts';
import { Prisma, type PrismaClient } from '../generated/client.ts';
import { headlineOf, MARK, shownMatches, WHOLE } from './headline.ts';
import type { QueryInLanguage } from './text-query-sql.ts';
import { validAtSql } from './valid-at.ts';

interface HeaderField {
  readonly document: number;
  readonly label: string;
  readonly actor: number | null;
  readonly headline: string;
}

/**
 * For each document, by id, its title with the matches in it, then each other field that matches:
 * `Talks in Moscow · Origin: Embassy Moscow`.
 */
export async function readHeaderMatches(
  prisma: PrismaClient,
  languages: readonly QueryInLanguage[],
  documents: readonly number[],
  revision: number,
): Promise<ReadonlyMap<number, string>> {
  if (documents.length === 0) return new Map();
  // Any of the words: a header can match by several fields.
  const anyLanguage = languages.map((language) => ({ ...language, query: anyOf(language.query) }));
  const fields = await prisma.$queryRaw<HeaderField[]>`
    SELECT document, label, actor, ${headlineOf(anyLanguage, Prisma.sql`words`, WHOLE)} AS headline
    FROM (
      SELECT header.document_id AS document, header.search_config AS config, field.*, search_words(field.text) AS words
      FROM document_version AS header JOIN document ON document.id = header.document_id,
        LATERAL (
          SELECT 0 AS place, 'Title' AS label, NULL::int AS actor, coalesce(header.title, document.reference) AS text
          UNION ALL SELECT 1, 'Reference', NULL, document.reference WHERE header.title IS NOT NULL
          UNION ALL SELECT 2 + "order", initcap(role::text), actor_id, as_written FROM correspondent WHERE version_id = header.id
          UNION ALL SELECT 2000000, 'Origin', NULL, header.origin
          UNION ALL SELECT 2000001, 'Provenance', NULL, header.provenance) AS field
      WHERE header.document_id = ANY(${[...documents]}::int[]) AND ${validAtSql(revision, 'header')}
        AND field.text IS NOT NULL) AS header_field
    ORDER BY document, place`;
  const [language] = languages;
  if (language === undefined) return new Map();
  const byDocument = Map.groupBy(fields, ({ document }) => document);
  return new Map(
    [...byDocument].map(([document, of]) => [document, shownFields(of, language.query)] as const),
  );
}

function shownFields(fields: readonly HeaderField[], query: TextQuery): string {
  const actors = new Set(actorsIn(query));
  return fields
    .map(({ label, actor, headline }) => ({
      label,
      // A correspondent that resolves to a wanted actor matches whatever is written.
      text:
        actor !== null && actors.has(actor) && !headline.includes(MARK.start)
          ? MARK.start + shownMatches(headline, query) + MARK.stop
          : shownMatches(headline, query),
    }))
    .filter(({ label, text }) => label === 'Title' || text.includes(MARK.start))
    .map(({ label, text }) => (label === 'Title' ? text : `${label}: ${text}`))
    .join(' · ');
}

function actorsIn(query: TextQuery): readonly number[] {
  const wanted = withoutExclusions(query);
  return wanted === null
    ? []
    : leavesOf(wanted).flatMap((leaf) => (leaf.kind === 'actor' ? leaf.id : []));
}

function anyOf(query: TextQuery): TextQuery {
  const wanted = withoutExclusions(query);
  return { kind: 'any', of: wanted === null ? [] : leavesOf(wanted) };
}
