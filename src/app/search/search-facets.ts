/** Counts of the results of a search by what a filter can select. */
import { partyOn } from '#src/domain/affiliation.ts';
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { DOCUMENT_KINDS, type DocumentKind } from '#src/domain/vocabulary.ts';
import { writtenFor } from '#src/domain/written-for.ts';
import type { HitCount } from '#src/store/read/count-hits.ts';
import { CODING_STATES, type CodingState, codingStates } from './coding-states.ts';
import {
  codebookOfStates,
  type SearchFilter,
  SUBJECT_KINDS,
  type SubjectKind,
  yearOf,
} from './search-filter.ts';

/** Number of results with a value. */
export interface FacetCount<Value> {
  readonly value: Value;
  readonly count: number;
}

/** Values without results are absent. All but `subjects` count results in documents only. */
export interface SearchFacets {
  readonly subjects: readonly FacetCount<SubjectKind>[];
  readonly kinds: readonly FacetCount<DocumentKind>[];
  /** Ascending; null for undated documents, last. */
  readonly years: readonly FacetCount<number | null>[];
  /** Ids, most results first. A document has a party for each author. */
  readonly parties: readonly FacetCount<number>[];
  readonly codingStates: readonly FacetCount<CodingState>[];
}

/** Adds up the results. `actorCount` is the number of actors among them. */
export function facetsOf(
  corpus: CorpusSnapshot,
  filter: SearchFilter,
  hits: readonly HitCount[],
  actorCount: number,
): SearchFacets {
  const codebook = codebookOfStates(corpus, filter);
  const stateOf =
    codebook === null ? new Map<number, CodingState>() : codingStates(corpus, codebook);
  const counts = {
    subjects: new Map<SubjectKind, number>([['ACTOR', actorCount]]),
    kinds: new Map<DocumentKind, number>(),
    years: new Map<number | null, number>(),
    parties: new Map<number, number>(),
    codingStates: new Map<CodingState, number>(),
  };
  for (const hit of hits) {
    const { kind, document, count } = hit;
    add(
      counts.subjects,
      SUBJECT_KINDS.find((each) => each === kind.toUpperCase()) ?? 'DOCUMENT',
      count,
    );
    const head = corpus.documents.get(document);
    if (head) add(counts.kinds, head.kind, count);
    add(counts.years, yearOf(corpus, document), count);
    for (const party of partiesOf(corpus, hit)) add(counts.parties, party, count);
    add(counts.codingStates, stateOf.get(document) ?? 'NOT_CODED', count);
  }
  return {
    subjects: inOrderOf(SUBJECT_KINDS, counts.subjects),
    kinds: inOrderOf(DOCUMENT_KINDS, counts.kinds),
    years: listed(counts.years).toSorted((a, b) => (a.value ?? Infinity) - (b.value ?? Infinity)),
    parties: listed(counts.parties).toSorted((a, b) => b.count - a.count || a.value - b.value),
    codingStates: codebook === null ? [] : inOrderOf(CODING_STATES, counts.codingStates),
  };
}

/** The party of the speaker on the day of the statement, or those that the document was written for. */
function partiesOf(corpus: CorpusSnapshot, { document, speaker, day }: HitCount): Iterable<number> {
  if (speaker !== null) return [partyOn(speaker, day ?? 0, corpus.partOf)];
  const head = corpus.documents.get(document);
  return new Set(
    head ? writtenFor(head, corpus.partOf).flatMap((lineage) => lineage.at(-1) ?? []) : [],
  );
}

function add<Value>(counts: Map<Value, number>, value: Value, count: number): void {
  counts.set(value, (counts.get(value) ?? 0) + count);
}

function listed<Value>(counts: ReadonlyMap<Value, number>): readonly FacetCount<Value>[] {
  return [...counts].map(([value, count]) => ({ value, count })).filter(({ count }) => count > 0);
}

function inOrderOf<Value>(
  order: readonly Value[],
  counts: ReadonlyMap<Value, number>,
): readonly FacetCount<Value>[] {
  return listed(counts).toSorted((a, b) => order.indexOf(a.value) - order.indexOf(b.value));
}
