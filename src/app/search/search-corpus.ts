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
  /** Number of its record among those of its kind. */
  readonly id: number;
  readonly score: number;
  /** HTML: text is escaped, and matches are in <mark>. */
  readonly snippet: string;
}

/** One page of results; the total is counted only when it is read. */
export interface SearchPage {
  readonly hits: readonly SearchHit[];
  readonly offset: number;
  readonly totalCount: () => Promise<number>;
}

/** Maximum spellings in one query. */
const MAX_QUERIES = 64;
/** Minimum length of a spelling: shorter ones, such as a mailbox named "H", match everywhere. */
const MIN_SPELLING = 3;
/** Maximum characters of a query; the rest is ignored. */
const MAX_QUERY = 500;

/** Offset of the last hit that a page can start after. */
export const MAX_OFFSET = 10_000;

/** Hits from `offset`, best first: actors by name, then texts by rank. Throws `BAD_INPUT` beyond `MAX_OFFSET`. */
export async function searchCorpus(
  store: Pick<Store, 'prisma'>,
  corpus: CorpusSnapshot,
  query: string,
  offset: number,
  limit: number,
): Promise<SearchPage> {
  assertReachable(offset);
  // Pasted names may contain invisible characters, such as direction marks.
  const text = query
    .replaceAll(/\p{Cf}/gu, '')
    .trim()
    .slice(0, MAX_QUERY)
    .toWellFormed();
  if (text === '') return { hits: [], offset, totalCount: () => Promise.resolve(0) };
  const actors = findActors(corpus.actors.values(), text);
  const search = { queries: spellings(text, corpus, actors), revision: corpus.revision };
  const actorHits = actors.slice(offset, offset + limit).map(actorHit);
  const textOffset = Math.max(0, offset - actors.length);
  const textLimit = limit - actorHits.length;
  const texts = textLimit > 0 ? await searchText(store.prisma, search, textOffset, textLimit) : [];
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
    `A search returns at most ${MAX_OFFSET} hits, best first. Narrow the query.`,
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

/** The query as given, and with each actor in it replaced by each of the actor's other names. */
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
  // No exact name in the query: try the names of actors that match it approximately.
  if (queries.size === 1) {
    for (const { actor } of found) for (const name of namesOf(actor)) queries.add(`"${name}"`);
  }
  return [...queries].flatMap(inBothSpellings).slice(0, MAX_QUERIES);
}

/** British and American spelling: sources write recognize, coders recognise, and the stemmer distinguishes them. */
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
