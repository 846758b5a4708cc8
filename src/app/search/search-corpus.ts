/** Search over actors, documents, passages and positions, which finds an actor under any spelling. */
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { Failure } from '#src/domain/failure.ts';
import type { Store } from '#src/store/database/open-store.ts';
import { countHits } from '#src/store/read/count-hits.ts';
import { MARK } from '#src/store/read/headline.ts';
import { type SearchConfig, searchConfigs } from '#src/store/read/search-languages.ts';
import { countTextHits, searchText } from '#src/store/read/search-text.ts';
import { actorsNamed, orSimilarNames } from './actors-named.ts';
import { expandNames } from './expand-names.ts';
import type { FoundActor } from './find-actors.ts';
import { parseQuery } from './parse-query.ts';
import { facetsOf, type SearchFacets } from './search-facets.ts';
import { type SearchFilter, scopeOf } from './search-filter.ts';

/** One result of a search. */
export interface SearchHit {
  readonly kind: 'Actor' | 'Document' | 'Passage' | 'Position';
  /** Number of its record among those of its kind. */
  readonly id: number;
  readonly score: number;
  /** HTML: text is escaped, and matches are in <mark>. */
  readonly snippet: string;
}

/** One page of results; the total and the facets are counted only when they are read. */
export interface SearchPage {
  readonly hits: readonly SearchHit[];
  readonly offset: number;
  readonly totalCount: () => Promise<number>;
  /** Of all results, not only of the page. */
  readonly facets: () => Promise<SearchFacets>;
}

/** What to search for, among what. */
export interface SearchInput {
  readonly query: string;
  readonly filter?: SearchFilter | null | undefined;
}

/** Maximum characters of a query; the rest is ignored. */
const MAX_QUERY = 500;

/** Offset of the last hit that a page can start after. */
export const MAX_OFFSET = 10_000;

/**
 * Hits from `offset`, best first: actors by name, then texts by rank. Throws `BAD_INPUT` beyond `MAX_OFFSET`,
 * `UNKNOWN_ACTOR` and `UNKNOWN_CODEBOOK`.
 */
export async function searchCorpus(
  store: Pick<Store, 'prisma'>,
  corpus: CorpusSnapshot,
  { query, filter }: SearchInput,
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
  const { hasActors, ...scope } = scopeOf(corpus, filter ?? {});
  const facets = (counted: Parameters<typeof facetsOf>[2], actorCount: number) =>
    facetsOf(corpus, filter ?? {}, counted, actorCount);
  const parsed = parseQuery(text);
  const tree = expandNames(parsed, corpus.actors);
  if (tree === null)
    return {
      hits: [],
      offset,
      totalCount: () => Promise.resolve(0),
      facets: () => Promise.resolve(facets([], 0)),
    };
  const named = actorsNamed(corpus.actors, parsed);
  const actors = hasActors ? named : [];
  const search = {
    query: orSimilarNames(tree, parsed, named),
    configs: await configsOf(store, corpus),
    revision: corpus.revision,
    ...scope,
  };
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
    facets: async () => facets(await countHits(store.prisma, search), actors.length),
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

const knownConfigs = new WeakMap<CorpusSnapshot, Promise<readonly SearchConfig[]>>();

/** The languages of the corpus, asked for once for each snapshot. */
function configsOf(
  { prisma }: Pick<Store, 'prisma'>,
  corpus: CorpusSnapshot,
): Promise<readonly SearchConfig[]> {
  let configs = knownConfigs.get(corpus);
  if (configs === undefined) {
    configs = searchConfigs(prisma);
    knownConfigs.set(corpus, configs);
    // Asked again after a failure, which the caller reports.
    configs.catch(() => knownConfigs.delete(corpus));
  }
  return configs;
}
