/** Excerpts around matches, by PostgreSQL's `ts_headline`. */
import {
  leavesOf,
  runsWithoutSpaces,
  type TextQuery,
  withoutExclusions,
} from '#src/domain/text-query.ts';
import { Prisma } from '../generated/client.ts';
import { type QueryInLanguage, regconfig, tsquery } from './text-query-sql.ts';

/** Delimiters of a match: private-use characters, which source texts do not contain. */
export const MARK = { start: '\u{E000}', stop: '\u{E001}' } as const;

const FRAGMENT_DELIMITER = ' … ';
/** Options of `ts_headline`. */
const HEADLINE = `StartSel=${MARK.start}, StopSel=${MARK.stop}, MaxWords=30, MinWords=12, MaxFragments=2, ShortWord=0, FragmentDelimiter="${FRAGMENT_DELIMITER}"`;

/**
 * SQL for an excerpt of a text around what the query matches. `words` is the text as `search_words` returns
 * it; a column `config` names the language.
 */
export function headlineOf(
  languages: readonly QueryInLanguage[],
  words: Prisma.Sql,
  options = HEADLINE,
): Prisma.Sql {
  const cases = languages.map((language) => {
    const query = withoutExclusions(language.query);
    const matched = query === null ? Prisma.sql`''::tsquery` : tsquery({ ...language, query });
    return Prisma.sql`WHEN ${language.config} THEN ts_headline(${regconfig(language.config)}, ${words}, ${matched}, ${options})`;
  });
  return Prisma.sql`CASE config ${Prisma.join(cases, ' ')} END`;
}

/** Marks every match of a whole text, without leaving anything out. */
export const WHOLE = `StartSel=${MARK.start}, StopSel=${MARK.stop}, HighlightAll=true`;

/** A headline as it is shown, with marks of omission where it does not reach the ends of the text. */
export function shownHeadline(headline: string, text: string, query: TextQuery): string {
  return shownMatches(withOuterEllipses(headline, text), query);
}

/** What `search_words` puts between characters. */
const SEPARATOR = String.fromCodePoint(31);
const MARKED = new RegExp(`${MARK.start}([^${MARK.stop}]*)${MARK.stop}`, 'g');

/**
 * A headline as it is shown: without separators of characters, each of which is a word to PostgreSQL, which
 * marks it wherever it stands. What is marked instead is each run that the query has.
 */
export function shownMatches(headline: string, query: TextQuery): string {
  const wanted = withoutExclusions(query);
  const runs = (wanted === null ? [] : leavesOf(wanted)).flatMap((leaf) =>
    leaf.kind === 'actor' ? [] : runsWithoutSpaces(leaf.text),
  );
  if (runs.length === 0) return headline.replaceAll(SEPARATOR, '');
  const whole = headline
    .replaceAll(MARKED, (marked, word: string) =>
      runsWithoutSpaces(word)[0] === word ? word : marked,
    )
    .replaceAll(SEPARATOR, '');
  const longestFirst = [...new Set(runs)].toSorted((a, b) => b.length - a.length);
  return whole.replaceAll(new RegExp(longestFirst.join('|'), 'gu'), `${MARK.start}$&${MARK.stop}`);
}

/** `ts_headline` marks omissions between fragments, but not before the first or after the last. */
function withOuterEllipses(headline: string, text: string): string {
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
