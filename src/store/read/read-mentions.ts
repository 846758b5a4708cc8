import { Prisma, type PrismaClient } from '../generated/client.ts';
import { matchesAny } from './search-text.ts';
import { validAtSql } from './valid-at.ts';

/** A search for passages that mention a topic in connection with an actor. */
export interface Mention {
  /** The passage contains one of these words or phrases, … */
  readonly terms: readonly string[];
  /** … and one of these names, … */
  readonly names: readonly string[];
  /** … unless it is in one of these documents (ids), where no name is needed. */
  readonly documents: readonly number[];
}

/** Searches per query. */
const BATCH_SIZE = 50;

/** For each search, the ids of the documents whose text at the revision matches, by date. */
export async function readMentions(
  prisma: PrismaClient,
  mentions: readonly Mention[],
  revision: number,
): Promise<readonly (readonly number[])[]> {
  const documentsByMention: number[][] = mentions.map(() => []);
  for (let offset = 0; offset < mentions.length; offset += BATCH_SIZE) {
    const queries = mentions.slice(offset, offset + BATCH_SIZE).map(
      ({ terms, names, documents }, i) => Prisma.sql`
        SELECT DISTINCT ${offset + i}::int AS mention, document_text.document_id AS document, header.created_on
        FROM passage JOIN document_text ON document_text.id = passage.text_id
          JOIN document_version AS header ON header.document_id = document_text.document_id
        WHERE ${validAtSql(revision, 'document_text')} AND ${validAtSql(revision, 'header')}
          AND passage.search @@ ${matchesPhrase(terms)}
          AND (passage.search @@ ${matchesPhrase(names)} OR header.document_id = ANY(${[...documents]}::int[]))`,
    );
    const found = await prisma.$queryRaw<{ mention: number; document: number }[]>`
      SELECT mention, document FROM (${Prisma.join(queries, ' UNION ALL ')}) AS found
      ORDER BY mention, created_on NULLS LAST, document`;
    for (const { mention, document } of found) documentsByMention[mention]?.push(document);
  }
  return documentsByMention;
}

/** A tsquery that matches any of the words or phrases; without any, nothing. */
function matchesPhrase(phrases: readonly string[]): Prisma.Sql {
  return phrases.length === 0
    ? Prisma.sql`''::tsquery`
    : matchesAny(phrases.map((phrase) => `"${phrase.replaceAll('"', ' ')}"`));
}
