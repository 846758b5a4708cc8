import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileFilter, type PositionSelection } from '#src/analysis/selection/compile-filter.ts';
import { findPositions, type Within } from '#src/analysis/selection/find-positions.ts';
import { passingDocuments, selectDocuments } from '#src/analysis/selection/select-documents.ts';
import { indexAffiliations } from '#src/domain/affiliation.ts';
import { type DocumentHead, tableOf } from '#src/domain/document-table.ts';
import { sortPositions } from '#src/domain/position-order.ts';
import { CHANNELS, MODALITIES, WORDINGS } from '#src/domain/vocabulary.ts';
import { CODERS, columnsOf, documentsOf, type TestPosition } from '../columns.ts';

const position = fc.record({
  holder: fc.nat(3),
  condition: fc.nat(2),
  stance: fc.integer({ min: -2, max: 2 }),
  day: fc.integer({ min: 0, max: 20 }),
  channel: fc.nat(CHANNELS.length - 1),
  wording: fc.nat(WORDINGS.length - 1),
  modality: fc.nat(MODALITIES.length - 1),
  retellings: fc.nat(3),
  document: fc.nat(3),
  coder: fc.nat(CODERS.length - 1),
});

const selection = fc.record(
  {
    statedFrom: fc.integer({ min: 0, max: 20 }),
    statedTo: fc.integer({ min: 0, max: 20 }),
    channels: fc.subarray([...CHANNELS]),
    maxRetellings: fc.nat(3),
    wordings: fc.subarray([...WORDINGS]),
    modalities: fc.subarray([...MODALITIES]),
    coders: fc.subarray([...CODERS]),
    documents: fc.array(fc.nat(1), { minLength: 4, maxLength: 4 }),
  },
  { requiredKeys: [] },
);

const among = <Item>(list: readonly Item[] | undefined, item: Item): boolean =>
  !list || list.includes(item);

/** A filter; `documents` has 1 at the id of each document that passes. */
type Filter = PositionSelection & { readonly documents?: readonly number[] };

/** Checks the filter on one position. */
function passes(one: TestPosition, filter: Filter): boolean {
  const { day = 0, retellings = 0, channel = 0, wording = 0, modality = 0, coder = 0 } = one;
  return (
    (filter.statedFrom === undefined || day >= filter.statedFrom) &&
    (filter.statedTo === undefined || day <= filter.statedTo) &&
    (filter.maxRetellings === undefined || retellings <= filter.maxRetellings) &&
    among<unknown>(filter.channels, CHANNELS[channel]) &&
    among<unknown>(filter.wordings, WORDINGS[wording]) &&
    among<unknown>(filter.modalities, MODALITIES[modality]) &&
    among<unknown>(filter.coders, CODERS[coder]) &&
    (filter.documents === undefined || filter.documents[one.document ?? 0] === 1)
  );
}

const NOBODY = indexAffiliations([]);
/** Ids of the positions that are found, in their order. */
function found(
  positions: readonly TestPosition[],
  filter: Filter,
  within: Within = {},
): readonly number[] {
  const columns = sortPositions(columnsOf(positions));
  const compiledFilter = compileFilter(columns, filter, documentsOf(columns, filter.documents));
  const indices = findPositions(columns, within, compiledFilter, NOBODY);
  return [...indices].map((index) => columns.id[index] ?? 0);
}

const positions = fc.array(position, { maxLength: 30 });

describe('selecting positions', () => {
  it('finds exactly the positions in scope that pass every field, in order of statement', () => {
    const where = fc.record(
      { actors: fc.array(fc.nat(3)), conditions: fc.uniqueArray(fc.nat(2)), document: fc.nat(3) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(positions, selection, where, (all, filter, within) => {
        const inScope = (one: TestPosition): boolean =>
          within.document === undefined
            ? among<unknown>(within.actors, one.holder) &&
              among<unknown>(within.conditions, one.condition)
            : one.document === within.document;
        const expected = all
          .map((one, i) => ({ one, id: i + 1 }))
          .filter(({ one }) => passes(one, filter) && inScope(one))
          .toSorted((a, b) => (a.one.day ?? 0) - (b.one.day ?? 0) || a.id - b.id);

        expect(found(all, filter, within)).toEqual(expected.map(({ id }) => id));
      }),
      { numRuns: 1000 },
    );
  });

  it('finds no other positions with an additional field', () => {
    fc.assert(
      fc.property(positions, selection, selection, (all, some, more) => {
        const kept = new Set(found(all, some));

        expect(found(all, { ...more, ...some }).every((id) => kept.has(id))).toBe(true);
      }),
    );
  });
});

const head = (id: number, more: Partial<DocumentHead> = {}): DocumentHead => ({
  id,
  reference: `D${id}`,
  title: null,
  kind: 'CABLE',
  release: 'LEAK',
  createdOn: 15,
  authors: [],
  ...more,
});
const documents = tableOf([
  head(1),
  head(3, { kind: 'EMAIL', release: 'FOIA' }),
  head(4, { authors: [7] }),
  head(5, { authors: [8, 7], createdOn: 25 }),
  head(6, { authors: [7], createdOn: null }),
]);
const partOf = indexAffiliations([
  { memberId: 7, organisationId: 9, kind: 'PART_OF', startedOn: 10, endedOn: 20 },
]);
const chosen = (filter: Parameters<typeof selectDocuments>[1]): readonly number[] => {
  const passing = passingDocuments(selectDocuments(documents, filter, partOf));
  return [...documents.ids()].filter((id) => passing[id] === 1);
};

describe('selecting documents', () => {
  it('selects every document without a filter', () => {
    expect(chosen({})).toEqual([1, 3, 4, 5, 6]);
  });

  it('filters by kind, by release and by both', () => {
    expect(chosen({ documentKinds: ['EMAIL'] })).toEqual([3]);
    expect(chosen({ releases: ['LEAK'] })).toEqual([1, 4, 5, 6]);
    expect(chosen({ documentKinds: ['EMAIL'], releases: ['LEAK'] })).toEqual([]);
    expect(chosen({ documentKinds: [] })).toEqual([]);
  });

  it('filters by the affiliations of the authors on the day of the document', () => {
    expect(chosen({ reportedBy: [7] })).toEqual([4, 5, 6]);
    expect(chosen({ reportedBy: [9] })).toEqual([4]);
    expect(chosen({ reportedBy: [9, 8] })).toEqual([4, 5]);
  });
});
