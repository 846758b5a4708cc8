/** The filter on positions, as plain input, and its compiled form. */

import { type CompiledFilter, compileFilter } from '#src/analysis/selection/compile-filter.ts';
import {
  type SelectedDocuments,
  selectDocuments,
} from '#src/analysis/selection/select-documents.ts';
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { dayNumber } from '#src/domain/dates.ts';
import { Failure } from '#src/domain/failure.ts';
import type {
  Channel,
  CodingChoice,
  Counting,
  DocumentKind,
  Modality,
  PositionStatus,
  Release,
  Wording,
} from '#src/domain/vocabulary.ts';
import { actorsBySlug } from '../lookup/actors.ts';
import { existingCoders } from '../lookup/coders.ts';
import type { InputPath } from '../lookup/input-path.ts';

/** Which positions to count or list. Every field narrows the selection; an omitted or null one does not. */
export interface PositionFilter {
  /** ISO days, inclusive. A date known to the month or year counts as its first day. */
  readonly statedFrom?: string | null | undefined;
  readonly statedTo?: string | null | undefined;
  readonly channels?: readonly Channel[] | null | undefined;
  /** Maximum number of retellings between the holder and the document's author (≥ 0). */
  readonly maxRetellings?: number | null | undefined;
  readonly wordings?: readonly Wording[] | null | undefined;
  readonly modalities?: readonly Modality[] | null | undefined;
  readonly documentKinds?: readonly DocumentKind[] | null | undefined;
  readonly releases?: readonly Release[] | null | undefined;
  /** Slugs of actors that the document's author spoke for. */
  readonly reportedBy?: readonly string[] | null | undefined;
  readonly coders?: readonly string[] | null | undefined;
  readonly statuses?: readonly PositionStatus[] | null | undefined;
  readonly countings?: readonly Counting[] | null | undefined;
  /** Whether one coding of each document counts, or all; one by default, all if `coders` names some. */
  readonly codings?: CodingChoice | null | undefined;
}

/**
 * Compiles a filter into a predicate over the position columns of one snapshot. Throws `BAD_INPUT`,
 * `UNKNOWN_ACTOR` or `UNKNOWN_CODER`.
 */
export function compilePositionFilter(
  corpus: CorpusSnapshot,
  filter: PositionFilter | null | undefined,
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
    statedFrom: toDayNumber(statedFrom),
    statedTo: toDayNumber(statedTo),
    channels: filter?.channels ?? undefined,
    maxRetellings: maxRetellings ?? undefined,
    wordings: filter?.wordings ?? undefined,
    modalities: filter?.modalities ?? undefined,
    statuses: filter?.statuses ?? undefined,
    countings: filter?.countings ?? undefined,
    codings: codingChoice(filter),
    coders: coders ? existingCoders(corpus, coders, [...input, 'coders']) : undefined,
  };
  return compileFilter(corpus.positions, selection, filteredDocuments(corpus, filter, input));
}

/** Whether a filter selects one coding of each document or all: all if it names coders, else one. */
export function codingChoice(filter: PositionFilter | null | undefined): CodingChoice {
  return filter?.codings ?? (filter?.coders ? 'ALL' : 'ONE');
}

/** Day number of an ISO day; undefined if there is none. */
export function toDayNumber(day: string | null | undefined): number | undefined {
  return day ? (dayNumber(day) ?? undefined) : undefined;
}

/** The documents that meet the filter's conditions on documents. Throws `UNKNOWN_ACTOR`. */
export function filteredDocuments(
  corpus: CorpusSnapshot,
  filter: PositionFilter | null | undefined,
  input: InputPath = ['filter'],
): SelectedDocuments {
  const { documentKinds, releases, reportedBy } = filter ?? {};
  const selection = {
    documentKinds: documentKinds ?? undefined,
    releases: releases ?? undefined,
    reportedBy: reportedBy ? actorsBySlug(corpus, reportedBy, [...input, 'reportedBy']) : undefined,
  };
  return selectDocuments(corpus.documents, selection, corpus.partOf);
}
