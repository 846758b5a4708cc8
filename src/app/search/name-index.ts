/** The actors' names by their words, for finding those that a query contains. */
import leven from 'leven';
import type { ActorRecord, CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { nameWords } from '#src/domain/words.ts';
import { isCommonWord, mayLoseWords } from './common-words.ts';

/** A spelling of an actor's name. */
export interface Spelling {
  readonly actor: ActorRecord;
  readonly text: string;
  readonly words: readonly string[];
}

interface NameIndex {
  readonly byWords: ReadonlyMap<string, readonly Spelling[]>;
  /** Of the names of several words, by the last. */
  readonly byLastWord: ReadonlyMap<string, readonly Spelling[]>;
  /** Number of words of the longest name. */
  readonly longest: number;
}

const indices = new WeakMap<CorpusSnapshot['actors'], NameIndex>();

/** Names in a list of words, from left to right, the longest first; they do not overlap. */
export interface NameInWords {
  /** Index of the first word, and of the word after the last. */
  readonly start: number;
  readonly end: number;
  /** The actors that have the name, or that one of its words is a misspelling of. */
  readonly actors: readonly ActorRecord[];
}

/**
 * The names of actors in a list of words, of which `isCapitalised` says whether they begin with a capital: a
 * name that is a common word is one only if it does. A name of several words may be misspelt in all but the last:
 * `Sergej Lavrov` for `Sergey Lavrov`.
 */
export function namesIn(
  actors: CorpusSnapshot['actors'],
  words: readonly { readonly word: string; readonly isCapitalised: boolean }[],
): readonly NameInWords[] {
  const index = indexOf(actors);
  const found: NameInWords[] = [];
  for (let start = 0; start < words.length; ) {
    const name = longestNameAt(
      index,
      words.map(({ word }) => word),
      start,
    );
    const first = words[start];
    const isName =
      name !== null && (name.end > start + 1 || first === undefined || isNameAlone(first));
    if (isName) found.push(name);
    start = isName ? name.end : start + 1;
  }
  return found;
}

function isNameAlone({ word, isCapitalised }: { word: string; isCapitalised: boolean }): boolean {
  return isCapitalised || !(isCommonWord([word]) || mayLoseWords([word]));
}

function longestNameAt(
  index: NameIndex,
  words: readonly string[],
  start: number,
): NameInWords | null {
  for (let end = Math.min(words.length, start + index.longest); end > start; end -= 1) {
    const run = words.slice(start, end);
    const spellings = index.byWords.get(run.join(' ')) ?? misspelt(index, run);
    if (spellings.length > 0)
      return { start, end, actors: [...new Set(spellings.map(({ actor }) => actor))] };
  }
  return null;
}

function misspelt(index: NameIndex, run: readonly string[]): readonly Spelling[] {
  if (run.length < 2) return [];
  return (index.byLastWord.get(run.at(-1) ?? '') ?? []).filter(
    ({ words }) =>
      words.length === run.length && words.every((word, i) => isMisspelling(word, run[i] ?? '')),
  );
}

/** Beside a right last word shorter words can be misspelt than alone (find-actors.ts). */
function isMisspelling(word: string, other: string): boolean {
  if (word === other) return true;
  const shortest = Math.min(word.length, other.length);
  return shortest >= 4 && leven(word, other) <= (shortest >= 5 ? 2 : 1);
}

function indexOf(actors: CorpusSnapshot['actors']): NameIndex {
  const known = indices.get(actors);
  if (known) return known;
  const spellings = [...actors.values()].flatMap((actor) =>
    [actor.name, ...actor.aliases].map((text) => ({ actor, text, words: nameWords(text) })),
  );
  const index = {
    byWords: Map.groupBy(spellings, ({ words }) => words.join(' ')),
    byLastWord: Map.groupBy(
      spellings.filter(({ words }) => words.length > 1),
      ({ words }) => words.at(-1) ?? '',
    ),
    longest: spellings.reduce((most, { words }) => Math.max(most, words.length), 0),
  };
  indices.set(actors, index);
  return index;
}
