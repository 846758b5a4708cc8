import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { selectDocuments } from '#src/analysis/select-documents.ts';
import { type PositionSelection, selectPositions } from '#src/analysis/select-positions.ts';
import { indexAffiliations } from '#src/domain/affiliation.ts';
import type { DocumentHead } from '#src/domain/corpus-snapshot.ts';
import { CHANNELS, MODALITIES, WORDINGS } from '#src/domain/vocabulary.ts';
import { CODERS, columnsOf, type TestPosition } from './columns.ts';

const position = fc.record({
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
    documents: fc.uint8Array({ minLength: 4, maxLength: 4, max: 1 }),
  },
  { requiredKeys: [] },
);

const among = <Item>(list: readonly Item[] | undefined, item: Item): boolean =>
  !list || list.includes(item);

/** The same question, asked of one position at a time in the plainest words. */
function passes(one: TestPosition, asked: PositionSelection): boolean {
  const { day = 0, retellings = 0, channel = 0, wording = 0, modality = 0, coder = 0 } = one;
  return (
    (asked.statedFrom === undefined || day >= asked.statedFrom) &&
    (asked.statedTo === undefined || day <= asked.statedTo) &&
    (asked.maxRetellings === undefined || retellings <= asked.maxRetellings) &&
    among<unknown>(asked.channels, CHANNELS[channel]) &&
    among<unknown>(asked.wordings, WORDINGS[wording]) &&
    among<unknown>(asked.modalities, MODALITIES[modality]) &&
    among<unknown>(asked.coders, CODERS[coder]) &&
    (asked.documents === undefined || asked.documents[one.document ?? 0] === 1)
  );
}

const all = (positions: readonly TestPosition[]): Int32Array =>
  Int32Array.from(positions, (_, row) => row);

describe('selecting positions', () => {
  it('keeps exactly those that pass every field, in order', () => {
    fc.assert(
      fc.property(fc.array(position, { maxLength: 30 }), selection, (positions, asked) => {
        const expected = positions.flatMap((one, row) => (passes(one, asked) ? [row] : []));

        const kept = selectPositions(columnsOf(positions), asked)(all(positions));

        expect([...kept]).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it('never adds a position by a further field', () => {
    fc.assert(
      fc.property(
        fc.array(position, { maxLength: 30 }),
        selection,
        selection,
        (positions, some, more) => {
          const columns = columnsOf(positions);

          const fewer = selectPositions(columns, { ...more, ...some })(all(positions));

          const kept = new Set(selectPositions(columns, some)(all(positions)));
          expect([...fewer].every((row) => kept.has(row))).toBe(true);
        },
      ),
    );
  });
});

const head = (id: number, more: Partial<DocumentHead> = {}): DocumentHead => ({
  id,
  reference: `D${id}`,
  kind: 'CABLE',
  release: 'LEAK',
  createdOn: 15,
  authors: [],
  ...more,
});
const documents = new Map(
  [
    head(1),
    head(3, { kind: 'EMAIL', release: 'FOIA' }),
    head(4, { authors: [7] }),
    head(5, { authors: [8, 7], createdOn: 25 }),
    head(6, { authors: [7], createdOn: null }),
  ].map((each) => [each.id, each]),
);
const partOf = indexAffiliations([
  { memberId: 7, organisationId: 9, kind: 'PART_OF', startedOn: 10, endedOn: 20 },
]);
const chosen = (asked: Parameters<typeof selectDocuments>[1]): readonly number[] | undefined => {
  const mask = selectDocuments(documents, asked, partOf);
  return mask && [...documents.keys()].filter((id) => mask[id] === 1);
};

describe('selecting documents', () => {
  it('lets all pass where nothing is asked', () => {
    expect(chosen({})).toBeUndefined();
  });

  it('goes by kind, release and both', () => {
    expect(chosen({ documentKinds: ['EMAIL'] })).toEqual([3]);
    expect(chosen({ releases: ['LEAK'] })).toEqual([1, 4, 5, 6]);
    expect(chosen({ documentKinds: ['EMAIL'], releases: ['LEAK'] })).toEqual([]);
    expect(chosen({ documentKinds: [] })).toEqual([]);
  });

  it('goes by whom an author spoke for on the day of the document', () => {
    expect(chosen({ reportedBy: [7] })).toEqual([4, 5, 6]);
    expect(chosen({ reportedBy: [9] })).toEqual([4]);
    expect(chosen({ reportedBy: [9, 8] })).toEqual([4, 5]);
  });
});
