/** What a search looks for in a text, as a tree. */
export type TextQuery = TextQueryLeaf | TextQueryBranch;

/** Words in sequence, inflected or not; a name; or a correspondent that is this actor (id), however named. */
export type TextQueryLeaf =
  | { readonly kind: 'words'; readonly text: string }
  | NamePhrase
  | { readonly kind: 'actor'; readonly id: number };

type TextQueryBranch =
  | { readonly kind: 'not'; readonly of: TextQuery }
  | { readonly kind: 'all'; readonly of: readonly TextQuery[] }
  | { readonly kind: 'any'; readonly of: readonly TextQuery[] };

/** A spelling of a name, or a phrase that holds one. */
export interface NamePhrase {
  readonly kind: 'name';
  readonly text: string;
  /**
   * Whether the words of the text are compared too, letter by letter: always, or where the language's
   * index leaves out some of them, as it does `Will`.
   */
  readonly compared: 'always' | 'if-words-are-lost' | 'never';
}

/** The tree without what it excludes; null if nothing is left. */
export function withoutExclusions(query: TextQuery): TextQuery | null {
  if (query.kind === 'not') return null;
  if (query.kind !== 'all' && query.kind !== 'any') return query;
  const of = query.of.flatMap((part) => withoutExclusions(part) ?? []);
  return of.length === 0 ? null : { kind: query.kind, of };
}

/** The words, names and actors of a tree. */
export function leavesOf(query: TextQuery): readonly TextQueryLeaf[] {
  if (query.kind === 'not') return leavesOf(query.of);
  if (query.kind === 'all' || query.kind === 'any') return query.of.flatMap(leavesOf);
  return [query];
}

const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Khmer}\u30fc\u3005]+/gu;

/** The runs of a text in scripts that write no spaces between words. */
export function runsWithoutSpaces(text: string): readonly string[] {
  return text.match(WITHOUT_SPACES) ?? [];
}
