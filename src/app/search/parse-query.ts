/** A search query as a syntax tree. */

/** A word, a phrase in quotation marks, or the exclusion of one. */
export interface Term {
  readonly kind: 'word' | 'phrase';
  readonly text: string;
  readonly isExcluded: boolean;
}

/** Alternatives between `or`; of each, all terms. No clause is empty. */
export type ParsedQuery = readonly (readonly Term[])[];

/** A phrase up to the next quotation mark, or a run without white space or quotation marks. */
const TOKEN = /(?<minus>-*)(?:"(?<phrase>[^"]*)"|(?<word>[^\s"]+))|["-]/gu;
const QUOTATION_MARKS = /[“”„‟«»]/gu;
const HAS_WORDS = /[\p{L}\p{N}]/u;

/**
 * Parses web search syntax: words, `"phrases"`, `-excluded`, `-"excluded phrases"` and `or`, which binds
 * least. Every text has a meaning: a quotation mark without another and a lone `-` are ignored, as is `or`
 * at an end.
 */
export function parseQuery(query: string): ParsedQuery {
  const clauses: Term[][] = [[]];
  for (const { groups = {} } of query.replaceAll(QUOTATION_MARKS, '"').matchAll(TOKEN)) {
    const { minus = '', phrase, word } = groups;
    const text = phrase ?? word ?? '';
    if (minus === '' && word?.toLowerCase() === 'or') clauses.push([]);
    else if (HAS_WORDS.test(text))
      clauses.at(-1)?.push({
        kind: phrase === undefined ? 'word' : 'phrase',
        text: text.trim(),
        isExcluded: minus !== '',
      });
  }
  return clauses.filter((clause) => clause.length > 0);
}
