/** Search over actors, documents, passages and positions, which finds an actor under any spelling. */
import type { ActorRecord, CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { Failure } from '#src/domain/failure.ts';
import { nameWords } from '#src/domain/words.ts';
import type { Store } from '#src/store/database/open-store.ts';
import { countTextHits, MARK, searchText } from '#src/store/read/search-text.ts';
import { type FoundActor, findActors } from './find-actors.ts';

/** One result of a search. */
export interface SearchHit {
  readonly kind: 'Actor' | 'Document' | 'Passage' | 'Position';
  /** Row number in the table of its kind. */
  readonly id: number;
  readonly score: number;
  /** Safe as HTML: the text is escaped, and matches stand in <mark>. */
  readonly snippet: string;
}

/** One page of results; the total is counted only when it is read. */
export interface SearchPage {
  readonly hits: readonly SearchHit[];
  readonly offset: number;
  readonly totalCount: () => Promise<number>;
}

/** Spellings tried at most; PostgreSQL joins them into one query. */
const MAX_QUERIES = 64;
/** Shorter spellings (a mailbox called "H") would turn up everywhere. */
const MIN_SPELLING = 3;
/** PostgreSQL takes far longer queries, people do not write them. */
const MAX_QUERY = 500;

/** Offset of the last hit that a page can start after. */
export const MAX_OFFSET = 10_000;

/** Hits from `offset` on, best first: actors who go by the name, then texts by rank. */
export async function searchCorpus(
  store: Pick<Store, 'prisma'>,
  corpus: CorpusSnapshot,
  query: string,
  offset: number,
  limit: number,
): Promise<SearchPage> {
  assertReachable(offset);
  // Direction marks and the like come along when a name is pasted, and are no part of it.
  const asked = query
    .replaceAll(/\p{Cf}/gu, '')
    .trim()
    .slice(0, MAX_QUERY)
    .toWellFormed();
  if (asked === '') return { hits: [], offset, totalCount: () => Promise.resolve(0) };
  const actors = findActors(corpus.actors.values(), asked);
  const search = { queries: spellings(asked, corpus, actors), revision: corpus.revision };
  const actorHits = actors.slice(offset, offset + limit).map(actorHit);
  const textOffset = Math.max(0, offset - actors.length);
  const wanted = limit - actorHits.length;
  const texts = wanted > 0 ? await searchText(store.prisma, search, textOffset, wanted) : [];
  return {
    hits: [
      ...actorHits,
      ...texts.map(({ headline, ...hit }) => ({ ...hit, snippet: toHtml(headline) })),
    ],
    offset,
    totalCount: async () => actors.length + (await countTextHits(store.prisma, search)),
  };
}

function assertReachable(offset: number): void {
  if (offset <= MAX_OFFSET + 1) return;
  throw new Failure(
    'BAD_INPUT',
    `A search returns at most its ${MAX_OFFSET} best hits. Search for rarer words.`,
    { input: ['last'] },
  );
}

function actorHit({ actor, spelling, score }: FoundActor): SearchHit {
  const name = spelling === actor.name ? mark(actor.name) : `${actor.name} (${mark(spelling)})`;
  const about = actor.description === null ? '' : `: ${actor.description}`;
  return { kind: 'Actor', id: actor.id, score, snippet: toHtml(name + about) };
}

function mark(text: string): string {
  return MARK.start + text + MARK.stop;
}

function toHtml(marked: string): string {
  return marked
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(MARK.start, '<mark>')
    .replaceAll(MARK.stop, '</mark>');
}

/** The query as asked, and again with each actor in it under each of his other names. */
function spellings(
  query: string,
  corpus: CorpusSnapshot,
  found: readonly FoundActor[],
): readonly string[] {
  const words = nameWords(query);
  const queries = new Set([query]);
  for (const actor of corpus.actors.values()) {
    const named = namesOf(actor).filter((name) => includesRun(words, nameWords(name)));
    const longest = named.toSorted((a, b) => b.length - a.length)[0];
    if (longest === undefined) continue;
    const rest = withoutRun(words, nameWords(longest)).join(' ');
    for (const other of namesOf(actor)) queries.add(`"${other.replaceAll('"', ' ')}" ${rest}`);
  }
  // Nobody goes by that very name: whoever goes by one that is nearly the same is meant.
  if (queries.size === 1) {
    for (const { actor } of found) for (const name of namesOf(actor)) queries.add(`"${name}"`);
  }
  return [...queries].flatMap(inBothSpellings).slice(0, MAX_QUERIES);
}

/** British and American: sources write recognize, coders recognise, and the stemmer tells them apart. */
function inBothSpellings(query: string): readonly string[] {
  const british = query.replaceAll(/iz(e|ed|es|ing|ation)\b/gi, 'is$1');
  const american = query.replaceAll(/is(e|ed|es|ing|ation)\b/gi, 'iz$1');
  return [...new Set([query, british, american])];
}

function namesOf(actor: ActorRecord): readonly string[] {
  return [actor.name, ...actor.aliases].filter((name) => name.length >= MIN_SPELLING);
}

function runAt(words: readonly string[], run: readonly string[]): number {
  return words.findIndex(
    (_, at) => run.length > 0 && run.every((word, i) => words[at + i] === word),
  );
}

function includesRun(words: readonly string[], run: readonly string[]): boolean {
  return runAt(words, run) >= 0;
}

function withoutRun(words: readonly string[], run: readonly string[]): readonly string[] {
  const at = runAt(words, run);
  return [...words.slice(0, at), ...words.slice(at + run.length)];
}
