import type { NamePhrase, TextQuery } from '#src/domain/text-query.ts';
import { Prisma, type PrismaClient } from '../generated/client.ts';
import { searchConfigs } from './search-languages.ts';
import { condition, inLanguages, type QueryInLanguage } from './text-query-sql.ts';
import { validAtSql } from './valid-at.ts';

/** A search for passages that mention a topic in connection with an actor. */
export interface Mention {
  /** The passage contains one of these words or phrases, … */
  readonly terms: readonly string[];
  /** … and one of these names, … */
  readonly names: readonly NamePhrase[];
  /** … unless it is in one of these documents (ids), where no name is needed. */
  readonly documents: readonly number[];
}

/** Searches per query. */
const BATCH_SIZE = 50;

const SEARCH = Prisma.sql`passage_search.search`;
/** The words of a passage. */
const WORDS = Prisma.sql`(SELECT utf16_slice(document_text.text, start, "end") FROM passage WHERE id = passage_id)`;

interface Found {
  readonly mention: number;
  readonly document: number;
  readonly day: number | null;
}

/**
 * For each search, the ids of the documents whose text at the revision matches by the dictionary of its
 * language, by date.
 */
export async function readMentions(
  prisma: PrismaClient,
  mentions: readonly Mention[],
  revision: number,
): Promise<readonly (readonly number[])[]> {
  const configs = await searchConfigs(prisma);
  const names: TextQuery = { kind: 'any', of: mentions.flatMap((mention) => mention.names) };
  const languages = await inLanguages(prisma, names, configs);
  const searches = languages.flatMap((language) =>
    mentions.flatMap((mention, i) =>
      mention.terms.length === 0 ? [] : ofMention(mention, i, language, revision),
    ),
  );
  const found: Found[] = [];
  for (let offset = 0; offset < searches.length; offset += BATCH_SIZE) {
    const queries = searches.slice(offset, offset + BATCH_SIZE);
    // One after another: they are long.
    // oxlint-disable-next-line no-await-in-loop
    found.push(...(await prisma.$queryRaw<Found[]>`${Prisma.join(queries, ' UNION ALL ')}`));
  }
  const byMention = Map.groupBy(found.toSorted(byDate), ({ mention }) => mention);
  return mentions.map((_, i) => (byMention.get(i) ?? []).map(({ document }) => document));
}

/** Undated documents come last. */
function byDate(a: Found, b: Found): number {
  if (a.day === b.day) return a.document - b.document;
  return (a.day ?? Infinity) - (b.day ?? Infinity);
}

function ofMention(
  { terms, names, documents }: Mention,
  mention: number,
  language: QueryInLanguage,
  revision: number,
): Prisma.Sql {
  const phrases = terms.map((text) => ({ kind: 'words' as const, text }));
  const isMatch = (of: readonly TextQuery[]): Prisma.Sql =>
    condition({ ...language, query: { kind: 'any', of } }, SEARCH, WORDS);
  return Prisma.sql`
    SELECT DISTINCT ${mention}::int AS mention, document_text.document_id AS document,
      header.created_on - DATE '1970-01-01' AS day
    FROM passage_search JOIN document_text ON document_text.id = passage_search.text_id
      JOIN document_version AS header ON header.document_id = document_text.document_id
    WHERE passage_search.config = ${language.config} AND ${validAtSql(revision, 'passage_search')}
      AND ${validAtSql(revision, 'document_text')} AND ${validAtSql(revision, 'header')} AND ${isMatch(phrases)}
      AND (header.document_id = ANY(${[...documents]}::int[]) OR ${isMatch(names)})`;
}
