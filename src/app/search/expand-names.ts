/** Turns a parsed query into what a text is searched for: each actor under all names. */
import type { ActorRecord, CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { type NamePhrase, runsWithoutSpaces, type TextQuery } from '#src/domain/text-query.ts';
import { nameWords } from '#src/domain/words.ts';
import { isCommonWord, mayLoseWords } from './common-words.ts';
import { type NameInWords, namesIn } from './name-index.ts';
import type { ParsedQuery, Term } from './parse-query.ts';

/** Maximum spellings that are added to a query, and to what it excludes. */
const MAX_SPELLINGS = 64;
/** Minimum length of a spelling: shorter ones, such as a mailbox named "H", match everywhere. */
const MIN_SPELLING = 3;
const MIN_SPELLING_WITHOUT_SPACES = 2;

type Actors = CorpusSnapshot['actors'];
/** How many more spellings may be added. */
interface Budget {
  left: number;
}

/**
 * The tree of a query, in which an actor's name stands for all names of the actor: in a phrase, in each of
 * which it is the rest of the phrase, and in an exclusion, which excludes them all. Null for no terms.
 */
export function expandNames(query: ParsedQuery, actors: Actors): TextQuery | null {
  const budgets = { wanted: { left: MAX_SPELLINGS }, excluded: { left: MAX_SPELLINGS } };
  const clauses = query.map((clause) => {
    const runs = runsOf(clause);
    return combine(
      'all',
      runs.map((run) => {
        const isExcluded = run[0]?.isExcluded === true;
        const found = expandRun(run, actors, isExcluded ? budgets.excluded : budgets.wanted);
        return isExcluded ? { kind: 'not' as const, of: found } : found;
      }),
    );
  });
  return clauses.length === 0 ? null : combine('any', clauses);
}

/** A name of several words is in consecutive terms; a phrase, and what is excluded, is by itself. */
function runsOf(clause: readonly Term[]): readonly (readonly Term[])[] {
  const runs: Term[][] = [];
  for (const term of clause) {
    const last = runs.at(-1)?.[0];
    if (last && isPlain(last) && isPlain(term)) runs.at(-1)?.push(term);
    else runs.push([term]);
  }
  return runs;
}

function isPlain({ kind, isExcluded }: Term): boolean {
  return kind === 'word' && !isExcluded;
}

function expandRun(run: readonly Term[], actors: Actors, budget: Budget): TextQuery {
  const [first] = run;
  if (first?.kind === 'phrase') return expandPhrase(first.text, actors, budget);
  const words = run.flatMap(({ text }, term) =>
    nameWords(text).map((word) => ({ word, term, isCapitalised: isCapitalised(text) })),
  );
  const parts: TextQuery[] = [];
  let next = 0;
  for (const name of namesIn(actors, words)) {
    const start = words[name.start]?.term ?? 0;
    const end = (words[name.end - 1]?.term ?? 0) + 1;
    // A name in part of a word: the word is a name, and more.
    if (start < next) continue;
    parts.push(...run.slice(next, start).map(({ text }) => inBothSpellings(text)));
    parts.push(
      expandName(
        run.slice(start, end).map(({ text }) => text),
        name,
        budget,
      ),
    );
    next = end;
  }
  parts.push(...run.slice(next).map(({ text }) => inBothSpellings(text)));
  return combine('all', parts);
}

/** A name under all spellings; as it was written, its words may be apart. */
function expandName(
  written: readonly string[],
  { actors }: NameInWords,
  budget: Budget,
): TextQuery {
  const text = written.join(' ');
  const words = nameWords(text);
  const asWritten: TextQuery =
    mayLoseWords(words) || isCommonWord(words)
      ? namePhrase(text)
      : combine('all', written.map(inBothSpellings));
  const spellings = distinct(actors.flatMap(spellingsOf))
    .filter((spelling) => spelling !== text)
    .slice(0, budget.left);
  budget.left -= spellings.length;
  return combine('any', [
    asWritten,
    ...spellings.map(namePhrase),
    ...actors.map(({ id }) => ({ kind: 'actor' as const, id })),
  ]);
}

/** A phrase, with other spellings of the names in it. */
function expandPhrase(phrase: string, actors: Actors, budget: Budget): TextQuery {
  // The words with what stands before each: the phrase is put together again around a name.
  const pieces = [...phrase.matchAll(/\S+/g)].map(([text]) => ({ text, words: nameWords(text) }));
  const words = pieces.flatMap(({ words: ofPiece }, piece) =>
    ofPiece.map((word) => ({
      word,
      piece,
      isCapitalised: isCapitalised(pieces[piece]?.text ?? ''),
    })),
  );
  let phrases: Phrase[] = [{ parts: [], isCompared: false }];
  let next = 0;
  const append = (alternatives: readonly string[], isName: boolean): void => {
    phrases = phrases.flatMap(({ parts, isCompared }) =>
      alternatives.map((each) => ({
        parts: each === '' ? parts : [...parts, each],
        isCompared: isCompared || (isName && mayLoseWords(nameWords(each))),
      })),
    );
  };
  const found = namesIn(actors, words);
  for (const name of found) {
    const start = words[name.start]?.piece ?? 0;
    const end = (words[name.end - 1]?.piece ?? 0) + 1;
    if (start < next) continue;
    append([textOf(pieces.slice(next, start))], false);
    const written = textOf(pieces.slice(start, end));
    const others = distinct(name.actors.flatMap(spellingsOf)).filter((each) => each !== written);
    const most = Math.max(0, Math.floor(budget.left / phrases.length));
    const before = phrases.length;
    append([written, ...others.slice(0, most)], true);
    budget.left -= phrases.length - before;
    next = end;
  }
  append([textOf(pieces.slice(next))], false);
  const isOneName = found.length === 1 && found[0]?.start === 0 && found[0].end === words.length;
  return combine('any', [
    ...phrases.map(({ parts, isCompared }) =>
      isCompared || isCommonWord(nameWords(parts.join(' ')))
        ? namePhrase(parts.join(' '))
        : inBothSpellings(parts.join(' ')),
    ),
    ...(isOneName ? (found[0]?.actors ?? []) : []).map(({ id }) => ({
      kind: 'actor' as const,
      id,
    })),
  ]);
}

/** A phrase with certain spellings of the names in it. */
interface Phrase {
  readonly parts: readonly string[];
  readonly isCompared: boolean;
}

function textOf(pieces: readonly { readonly text: string }[]): string {
  return pieces.map(({ text }) => text).join(' ');
}

/** The search for a name in a text, in one spelling. */
export function namePhrase(text: string): NamePhrase {
  const words = nameWords(text);
  const compared = isCommonWord(words)
    ? 'always'
    : mayLoseWords(words)
      ? 'if-words-are-lost'
      : 'never';
  return { kind: 'name', text, compared };
}

/** The spellings of an actor's name that a text can be searched for. */
export function spellingsOf({ name, aliases }: ActorRecord): readonly string[] {
  return [name, ...aliases].filter(
    (text) =>
      text.length >=
      (runsWithoutSpaces(text).length > 0 ? MIN_SPELLING_WITHOUT_SPACES : MIN_SPELLING),
  );
}

/** British and American spelling: sources write recognize, coders recognise, and the stemmer distinguishes them. */
function inBothSpellings(text: string): TextQuery {
  const british = text.replaceAll(/iz(e|ed|es|ing|ation)\b/gi, 'is$1');
  const american = text.replaceAll(/is(e|ed|es|ing|ation)\b/gi, 'iz$1');
  return combine(
    'any',
    distinct([text, british, american]).map((each) => ({ kind: 'words', text: each })),
  );
}

function isCapitalised(text: string): boolean {
  return text.charAt(0) !== text.charAt(0).toLowerCase();
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}

function combine(kind: 'all' | 'any', of: readonly TextQuery[]): TextQuery {
  const [only] = of;
  return of.length === 1 && only !== undefined ? only : { kind, of };
}
