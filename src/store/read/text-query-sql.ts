/** SQL for a search in text, by the dictionary of one language. */
import {
  leavesOf,
  type NamePhrase,
  runsWithoutSpaces,
  type TextQuery,
} from '#src/domain/text-query.ts';
import { Prisma, type PrismaClient } from '../generated/client.ts';
import type { SearchConfig } from './search-languages.ts';

/** A query in one language. */
export interface QueryInLanguage {
  readonly query: TextQuery;
  readonly config: SearchConfig;
  /** Names of which the language's index leaves out words. */
  readonly lossyNames: ReadonlySet<string>;
}

const EMPTY = Prisma.sql`''::tsquery`;

/** The query in each of the languages. Asks the database only if the query has names that may lose words. */
export async function inLanguages(
  prisma: PrismaClient,
  query: TextQuery,
  configs: readonly SearchConfig[],
): Promise<readonly QueryInLanguage[]> {
  const names = [
    ...new Set(
      leavesOf(query).flatMap((leaf) =>
        leaf.kind === 'name' && leaf.compared === 'if-words-are-lost' ? leaf.text : [],
      ),
    ),
  ];
  const lost =
    names.length === 0
      ? []
      : await prisma.$queryRaw<{ config: string; text: string }[]>`
          SELECT config, text FROM unnest(${[...configs]}::text[]) AS config, unnest(${names}::text[]) AS text
          WHERE numnode(phraseto_tsquery(config::regconfig, text)) < numnode(phraseto_tsquery('simple', text))`;
  return configs.map((config) => ({
    query,
    config,
    lossyNames: new Set(lost.filter((each) => each.config === config).map(({ text }) => text)),
  }));
}

/**
 * SQL tsquery for ranking and for the index: matches whatever {@link condition} does. Words that the
 * language's index leaves out are left out of it.
 */
export function tsquery({ query, ...language }: QueryInLanguage): Prisma.Sql {
  return relaxed(query, language) ?? EMPTY;
}

type Language = Omit<QueryInLanguage, 'query'>;

/** Null: matches everything. */
function relaxed(query: TextQuery, language: Language): Prisma.Sql | null {
  if (query.kind === 'words' || query.kind === 'name') return phrase(query.text, language.config);
  // The header of a document holds the actors that its correspondents resolve to as such words.
  if (query.kind === 'actor') return Prisma.sql`${`'@${query.id}'`}::tsquery`;
  if (query.kind === 'not') {
    // To exclude a looser match would exclude too much.
    if (isAnyCompared(query.of, language)) return null;
    const excluded = relaxed(query.of, language);
    return excluded && Prisma.sql`!! ${excluded}`;
  }
  const parts = query.of.map((part) => relaxed(part, language));
  const known = parts.filter((part) => part !== null);
  if (known.length === 0 || (query.kind === 'any' && known.length < parts.length)) return null;
  return Prisma.sql`(${Prisma.join(known, query.kind === 'any' ? ' || ' : ' && ')})`;
}

function phrase(text: string, config: SearchConfig): Prisma.Sql {
  const words =
    runsWithoutSpaces(text).length > 0 ? Prisma.sql`search_words(${text})` : Prisma.sql`${text}`;
  return Prisma.sql`phraseto_tsquery(${regconfig(config)}, ${words})`;
}

/** A literal, so that the planner knows what is searched for. Names of configurations are our own. */
export function regconfig(config: SearchConfig): Prisma.Sql {
  return Prisma.raw(`'${config}'::regconfig`);
}

/**
 * SQL condition: what the query matches, among texts in its language. `search` is the index of the text, and
 * `words` the text itself, which is read only for names that are like common words. `known` is {@link tsquery},
 * if it is a column.
 */
export function condition(
  { query, ...language }: QueryInLanguage,
  search: Prisma.Sql,
  words: Prisma.Sql,
  known?: Prisma.Sql,
): Prisma.Sql {
  const index = relaxed(query, language);
  const indexed = index === null ? Prisma.sql`TRUE` : Prisma.sql`${search} @@ ${known ?? index}`;
  return isAnyCompared(query, language)
    ? Prisma.sql`(${indexed} AND ${exact(query, language, search, words)})`
    : indexed;
}

function exact(
  query: TextQuery,
  language: Language,
  search: Prisma.Sql,
  words: Prisma.Sql,
): Prisma.Sql {
  if (query.kind === 'name' && isCompared(query, language))
    return Prisma.sql`(${search} @@ ${phrase(query.text, language.config)} AND ${words} ~ ${pattern(query.text)})`;
  if (!isAnyCompared(query, language)) {
    const index = relaxed(query, language) ?? EMPTY;
    return Prisma.sql`${search} @@ ${index}`;
  }
  if (query.kind === 'not') return Prisma.sql`NOT ${exact(query.of, language, search, words)}`;
  if (query.kind !== 'all' && query.kind !== 'any') return Prisma.sql`FALSE`;
  const parts = query.of.map((part) => {
    const found = exact(part, language, search, words);
    const index = relaxed(part, language);
    // Beside others, words that the index leaves out restrict nothing.
    return query.kind === 'any' || index === null
      ? found
      : Prisma.sql`(numnode(${index}) = 0 AND ${!isAnyCompared(part, language)} OR ${found})`;
  });
  return Prisma.sql`(${Prisma.join(parts, query.kind === 'any' ? ' OR ' : ' AND ')})`;
}

function isAnyCompared(query: TextQuery, language: Language): boolean {
  return leavesOf(query).some((leaf) => isCompared(leaf, language));
}

function isCompared(leaf: TextQuery, { lossyNames }: Language): leaf is NamePhrase {
  return (
    leaf.kind === 'name' &&
    (leaf.compared === 'always' ||
      (leaf.compared === 'if-words-are-lost' && lossyNames.has(leaf.text)))
  );
}

/** A regular expression for a name: capital letters must be capital, others may be, as in headings. */
function pattern(text: string): string {
  const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return String.raw`\m${words.map((word) => word.replaceAll(/./gu, anyCase)).join('[^[:alnum:]]+')}\M`;
}

function anyCase(letter: string): string {
  const upper = letter.toUpperCase();
  return upper === letter || upper.length !== letter.length ? letter : `[${letter}${upper}]`;
}
