import { type CompiledFilter, compileFilter } from '#src/analysis/selection/compile-filter.ts';
import { findPositions, type Within } from '#src/analysis/selection/find-positions.ts';
import {
  type SelectedDocuments,
  selectDocuments,
} from '#src/analysis/selection/select-documents.ts';
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { dayNumber } from '#src/domain/dates.ts';
import { Failure } from '#src/domain/failure.ts';
import type { Indices } from '#src/domain/position-columns.ts';
import { builder } from '../core/builder.ts';
import {
  ChannelEnum,
  DocumentKindEnum,
  ModalityEnum,
  ReleaseEnum,
  WordingEnum,
} from '../core/enums.ts';
import { actorsBySlug, type InputPath, knownCoders } from '../core/lookup.ts';

export const PositionFilter = builder.inputType('PositionFilter', {
  description: 'Which positions to count or list. Every field narrows; what is left out does not.',
  fields: (t) => ({
    statedFrom: t.field({
      type: 'Date',
      description: 'Stated on this day or later. Of a month or year, its first day counts.',
    }),
    statedTo: t.field({
      type: 'Date',
      description: 'Stated on this day or earlier. Of a month or year, its first day counts.',
    }),
    channels: t.field({ type: [ChannelEnum], description: 'Stated in one of these settings.' }),
    maxRetellings: t.int({
      description:
        'At most so many tellings between the holder and the author of the document: 0 for the holder’s own documents, 1 for what the author heard or read, 2 for what another told the author.',
    }),
    wordings: t.field({
      type: [WordingEnum],
      description: 'In the holder’s own words, or in others.',
    }),
    modalities: t.field({ type: [ModalityEnum], description: 'Asserted, or denied.' }),
    documentKinds: t.field({
      type: [DocumentKindEnum],
      description: 'Found in documents of these kinds.',
    }),
    releases: t.field({
      type: [ReleaseEnum],
      description: 'Found in documents that became public in these ways.',
    }),
    reportedBy: t.stringList({
      description:
        'Found in documents whose author spoke for one of these actors (slugs): `["united-states"]`.',
    }),
    coders: t.stringList({ description: 'Coded by one of these coders.' }),
  }),
});

export type PositionFilterInput = typeof PositionFilter.$inferInput;

/** What keeps the positions that pass a filter; fails on names that nobody knows. */
export function compilePositionFilter(
  corpus: CorpusSnapshot,
  filter: PositionFilterInput | null | undefined,
  input: InputPath = ['filter'],
): CompiledFilter {
  const { statedFrom, statedTo, maxRetellings, coders } = filter ?? {};
  if (maxRetellings !== null && maxRetellings !== undefined && maxRetellings < 0) {
    throw new Failure('BAD_INPUT', `maxRetellings is ${maxRetellings}; it must be 0 or more.`, {
      input: [...input, 'maxRetellings'],
    });
  }
  if (statedFrom && statedTo && statedFrom > statedTo) {
    throw new Failure('BAD_INPUT', `statedFrom (${statedFrom}) is after statedTo (${statedTo}).`, {
      input: [...input, 'statedFrom'],
    });
  }
  const selection = {
    statedFrom: toDay(statedFrom),
    statedTo: toDay(statedTo),
    channels: filter?.channels ?? undefined,
    maxRetellings: maxRetellings ?? undefined,
    wordings: filter?.wordings ?? undefined,
    modalities: filter?.modalities ?? undefined,
    coders: coders ? knownCoders(corpus, coders, [...input, 'coders']) : undefined,
  };
  return compileFilter(corpus.positions, selection, filteredDocuments(corpus, filter, input));
}

function toDay(day: string | null | undefined): number | undefined {
  return day ? (dayNumber(day) ?? undefined) : undefined;
}

/** The documents that pass a filter. */
export function filteredDocuments(
  corpus: CorpusSnapshot,
  filter: PositionFilterInput | null | undefined,
  input: InputPath = ['filter'],
): SelectedDocuments {
  const { documentKinds, releases, reportedBy } = filter ?? {};
  const asked = {
    documentKinds: documentKinds ?? undefined,
    releases: releases ?? undefined,
    reportedBy: reportedBy ? actorsBySlug(corpus, reportedBy, [...input, 'reportedBy']) : undefined,
  };
  return selectDocuments(corpus.documents, asked, corpus.partOf);
}

/** Rows of the columns that pass a filter, in order of statement: of the actors (or all), on the conditions (or all). */
export function selectPositions(
  corpus: CorpusSnapshot,
  filter: PositionFilterInput | null | undefined,
  within: Within = {},
): Indices {
  return findPositions(
    corpus.positions,
    within,
    compilePositionFilter(corpus, filter),
    corpus.partOf,
  );
}
