/** The languages that texts are searched in. */
import type { PrismaClient } from '../generated/client.ts';

/**
 * Text search configurations by language, as in the function `search_config` of the migrations: those that
 * each supported version of PostgreSQL has. All other languages are searched by `simple`.
 */
const SEARCH_CONFIGS = [
  'simple',
  'arabic',
  'armenian',
  'basque',
  'catalan',
  'danish',
  'dutch',
  'english',
  'finnish',
  'french',
  'german',
  'greek',
  'hindi',
  'hungarian',
  'indonesian',
  'irish',
  'italian',
  'lithuanian',
  'nepali',
  'norwegian',
  'portuguese',
  'romanian',
  'russian',
  'serbian',
  'spanish',
  'swedish',
  'tamil',
  'turkish',
  'yiddish',
] as const;

export type SearchConfig = (typeof SEARCH_CONFIGS)[number];

/** The configuration of summaries, which coders write in English. */
export const SUMMARY_CONFIG: SearchConfig = 'english';

/** The configurations of the documents of any revision. */
export async function searchConfigs(prisma: PrismaClient): Promise<readonly SearchConfig[]> {
  // A question to the index for each configuration: to list those of all headers would read them all.
  const found = await prisma.$queryRaw<{ config: SearchConfig }[]>`
    SELECT config FROM unnest(${[...SEARCH_CONFIGS]}::text[]) AS config
    WHERE EXISTS (SELECT FROM document_version WHERE search_config = config)`;
  return found.map(({ config }) => config);
}
