/** Which results of a search to return. */
import { lineageSpans } from '#src/domain/affiliation.ts';
import type { CodebookRecord, CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { calendarFields } from '#src/domain/dates.ts';
import { type SpeakerSpan, TEXT_KINDS, type TextSearch } from '#src/store/read/search-text.ts';
import { actorsBySlug } from '../lookup/actors.ts';
import { codebookByName } from '../lookup/codebooks.ts';
import { type DocumentFilter, listDocuments } from '../lookup/list-documents.ts';
import { type CodingState, codingStates } from './coding-states.ts';

/** Kinds of result, as clients name them. */
export const SUBJECT_KINDS = ['ACTOR', 'DOCUMENT', 'PASSAGE', 'POSITION'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** Every field narrows the results; an omitted or null one does not. */
export interface SearchFilter extends DocumentFilter {
  readonly subjects?: readonly SubjectKind[] | null | undefined;
  /** Years in which the document was written. */
  readonly years?: readonly number[] | null | undefined;
  /** Slugs of actors for which the author of the document, or the holder of the position, spoke. */
  readonly parties?: readonly string[] | null | undefined;
  readonly codingStates?: readonly CodingState[] | null | undefined;
  /** Codebook of the states; the default one if omitted. */
  readonly codebook?: string | null | undefined;
}

/** What a filter lets through: part of a search in texts, and whether actors are results. */
export interface SearchScope
  extends Pick<TextSearch, 'kinds' | 'documents' | 'ofPositions' | 'spokenFor'> {
  readonly hasActors: boolean;
}

/** Throws `UNKNOWN_ACTOR` and `UNKNOWN_CODEBOOK`. */
export function scopeOf(corpus: CorpusSnapshot, filter: SearchFilter): SearchScope {
  const { subjects, parties } = filter;
  const isWanted = (kind: string): boolean =>
    !subjects || subjects.some((subject) => subject === kind.toUpperCase());
  const documents = selectedDocuments(corpus, filter);
  const speakers = parties ? actorsBySlug(corpus, parties, ['filter', 'parties']) : null;
  const written = parties && new Set(listDocuments(corpus, { writtenBy: parties }, 'REFERENCE'));
  return {
    kinds: TEXT_KINDS.filter(isWanted),
    // Actors are of no document.
    hasActors: isWanted('Actor') && documents === undefined && speakers === null,
    ...(documents && { ofPositions: documents }),
    ...(written
      ? { documents: documents?.filter((id) => written.has(id)) ?? [...written] }
      : documents && { documents }),
    ...(speakers && { spokenFor: { actors: speakers, spans: spansOf(corpus, speakers) } }),
  };
}

/** Ids of the documents that pass all but `parties`; undefined for all documents. */
function selectedDocuments(
  corpus: CorpusSnapshot,
  filter: SearchFilter,
): readonly number[] | undefined {
  const {
    kinds,
    releases,
    createdFrom,
    createdTo,
    writtenBy,
    years,
    codingStates: states,
  } = filter;
  const codebook =
    states || filter.codebook
      ? codebookByName(corpus, filter.codebook, ['filter', 'codebook'])
      : null;
  if (![kinds, releases, createdFrom, createdTo, writtenBy, years, states].some(isGiven))
    return undefined;
  const stateOf = states && codebook ? codingStates(corpus, codebook) : null;
  return listDocuments(corpus, filter, 'REFERENCE').filter(
    (id) =>
      (!years || years.includes(yearOf(corpus, id) ?? Number.NaN)) &&
      (!states || states.includes(stateOf?.get(id) ?? 'NOT_CODED')),
  );
}

function isGiven(value: unknown): boolean {
  return value !== null && value !== undefined;
}

/** Year in which a document was written; null if it is undated. */
export function yearOf({ documents }: CorpusSnapshot, id: number): number | null {
  const day = documents.get(id)?.createdOn ?? null;
  return day === null ? null : calendarFields(day).year;
}

/** The codebook whose states are counted; null if the corpus has none. */
export function codebookOfStates(
  corpus: CorpusSnapshot,
  { codebook }: SearchFilter,
): CodebookRecord | null {
  return corpus.codebooks.length === 0 && !codebook
    ? null
    : codebookByName(corpus, codebook, ['filter', 'codebook']);
}

/** Who spoke for one of the actors, and when. */
function spansOf(corpus: CorpusSnapshot, speakers: readonly number[]): readonly SpeakerSpan[] {
  return [...corpus.actors.keys()].flatMap((speaker) =>
    lineageSpans(speaker, corpus.partOf)
      .filter(({ lineage }) => lineage.some((actor) => speakers.includes(actor)))
      .map(({ from, to }) => ({ speaker, from, to })),
  );
}
