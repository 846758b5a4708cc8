import { Prisma, type PrismaClient } from '../generated/client.ts';
import { anyOf } from './search-text.ts';

/** Words to look for, and whose they have to be. */
export interface Mention {
  /** Any of these words or phrases … */
  readonly terms: readonly string[];
  /** … in a passage with any of these names, … */
  readonly names: readonly string[];
  /** … or in one of these documents (row numbers). */
  readonly documents: readonly number[];
}

/** How many questions are put in one statement. */
const AT_ONCE = 50;

/** For each mention the documents (row numbers, by date) whose text at the revision has it. */
export async function readMentions(
  prisma: PrismaClient,
  mentions: readonly Mention[],
  revision: number,
): Promise<readonly (readonly number[])[]> {
  const found: number[][] = mentions.map(() => []);
  for (let at = 0; at < mentions.length; at += AT_ONCE) {
    const parts = mentions.slice(at, at + AT_ONCE).map(
      ({ terms, names, documents }, i) => Prisma.sql`
        SELECT DISTINCT ${at + i}::int AS mention, document_text.document_id AS document, document.created_on
        FROM passage JOIN document_text ON document_text.id = passage.text_id
          JOIN document ON document.id = document_text.document_id
        WHERE document_text.since_revision <= ${revision}
          AND (document_text.until_revision IS NULL OR document_text.until_revision > ${revision})
          AND passage.search @@ ${phrases(terms)}
          AND (passage.search @@ ${phrases(names)} OR document.id = ANY(${[...documents]}::int[]))`,
    );
    const rows = await prisma.$queryRaw<{ mention: number; document: number }[]>`
      SELECT mention, document FROM (${Prisma.join(parts, ' UNION ALL ')}) AS found
      ORDER BY mention, created_on NULLS LAST, document`;
    for (const { mention, document } of rows) found[mention]?.push(document);
  }
  return found;
}

function phrases(words: readonly string[]): Prisma.Sql {
  return words.length === 0
    ? Prisma.sql`''::tsquery`
    : anyOf(words.map((word) => `"${word.replaceAll('"', ' ')}"`));
}
