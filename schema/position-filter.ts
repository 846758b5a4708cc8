import { groupByRow } from '#src/analysis/group-by-row.ts';
import {
  type DocumentFacts,
  type PositionSelection,
  selectPositions,
} from '#src/analysis/select-positions.ts';
import { lineage } from '#src/domain/affiliation.ts';
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { dayNumber } from '#src/domain/dates.ts';
import { Failure, invariant } from '#src/domain/failure.ts';
import type { Rows } from '#src/domain/position-columns.ts';
import { builder } from './builder.ts';
import { ChannelEnum, DocumentKindEnum, ModalityEnum, ReleaseEnum, WordingEnum } from './enums.ts';
import { actorsBySlug, type InputPath, knownCoders } from './lookup.ts';

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

/** A filter in the terms of the columns; fails on names that nobody knows. */
export function toSelection(
  corpus: CorpusSnapshot,
  filter: PositionFilterInput | null | undefined,
  input: InputPath = ['filter'],
): PositionSelection {
  const { statedFrom, statedTo, maxRetellings, reportedBy, coders } = filter ?? {};
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
  return {
    statedFrom: toDay(statedFrom),
    statedTo: toDay(statedTo),
    channels: filter?.channels ?? undefined,
    maxRetellings: maxRetellings ?? undefined,
    wordings: filter?.wordings ?? undefined,
    modalities: filter?.modalities ?? undefined,
    documentKinds: filter?.documentKinds ?? undefined,
    releases: filter?.releases ?? undefined,
    reportedBy: reportedBy ? actorsBySlug(corpus, reportedBy, [...input, 'reportedBy']) : undefined,
    coders: coders ? knownCoders(corpus, coders, [...input, 'coders']) : undefined,
  };
}

function toDay(day: string | null | undefined): number | undefined {
  return day ? (dayNumber(day) ?? undefined) : undefined;
}

/** What the filter asks of a document; its authors count for all that they were part of on the day it was written. */
export function documentFacts(corpus: CorpusSnapshot): (document: number) => DocumentFacts {
  return (id) => {
    const head = corpus.documents.get(id);
    invariant(head, `document ${id} is not in revision ${corpus.revision}`);
    const day = head.createdOn ?? 0;
    return {
      kind: head.kind,
      release: head.release,
      authorLineage: head.authors.flatMap((author) => lineage(author, day, corpus.partOf)),
    };
  };
}

/** Rows of the columns, in order of statement: those of the actors (or all), on the conditions (or all), that pass the filter. */
export function selectRows(
  corpus: CorpusSnapshot,
  filter: PositionFilterInput | null | undefined,
  within: {
    readonly actors?: readonly number[] | undefined;
    readonly conditions?: readonly number[] | undefined;
    readonly documents?: readonly number[] | undefined;
  } = {},
): Rows {
  const { actors, ...other } = within;
  const selection = { ...toSelection(corpus, filter), ...other };
  const rows = selectPositions(corpus.positions, selection, documentFacts(corpus));
  if (!actors) return rows;
  const cells = groupByRow(corpus.positions, rows, actors, corpus.partOf);
  const wanted = new Set([...cells.values()].flatMap((cell) => [...cell.values()].flat()));
  return rows.filter((row) => wanted.has(row));
}
