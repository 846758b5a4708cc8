import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PositionSelection, selectPositions } from '#src/analysis/select-positions.ts';
import { CHANNELS, MODALITIES, WORDINGS } from '#src/domain/vocabulary.ts';
import { CODERS, columnsOf, type TestPosition } from './columns.ts';

const documentFacts = (document: number) => ({
  kind: document % 2 === 0 ? ('CABLE' as const) : ('EMAIL' as const),
  release: document < 2 ? ('LEAK' as const) : ('FOIA' as const),
  authorLineage: [document, 100],
});

const position = fc.record({
  holder: fc.nat(3),
  condition: fc.nat(3),
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
    documentKinds: fc.subarray(['CABLE' as const, 'EMAIL' as const]),
    releases: fc.subarray(['LEAK' as const, 'FOIA' as const]),
    reportedBy: fc.subarray([0, 1, 2, 3, 100]),
    coders: fc.subarray([...CODERS]),
    conditions: fc.subarray([0, 1, 2, 3]),
    documents: fc.subarray([0, 1, 2, 3]),
  },
  { requiredKeys: [] },
);

const among = <Item>(list: readonly Item[] | undefined, item: Item): boolean =>
  !list || list.includes(item);

/** The same question, asked of one position at a time in the plainest words. */
function passes(
  one: Required<Omit<TestPosition, 'precision' | 'onOrBefore'>>,
  asked: PositionSelection,
): boolean {
  const facts = documentFacts(one.document);
  return (
    (asked.statedFrom === undefined || one.day >= asked.statedFrom) &&
    (asked.statedTo === undefined || one.day <= asked.statedTo) &&
    (asked.maxRetellings === undefined || one.retellings <= asked.maxRetellings) &&
    among<unknown>(asked.channels, CHANNELS[one.channel]) &&
    among<unknown>(asked.wordings, WORDINGS[one.wording]) &&
    among<unknown>(asked.modalities, MODALITIES[one.modality]) &&
    among<unknown>(asked.coders, CODERS[one.coder]) &&
    among(asked.conditions, one.condition) &&
    among(asked.documents, one.document) &&
    among(asked.documentKinds, facts.kind) &&
    among(asked.releases, facts.release) &&
    (!asked.reportedBy || asked.reportedBy.some((party) => facts.authorLineage.includes(party)))
  );
}

describe('selecting positions', () => {
  it('gives exactly those that pass every field, in order', () => {
    fc.assert(
      fc.property(fc.array(position, { maxLength: 30 }), selection, (positions, asked) => {
        const expected = positions.flatMap((one, row) => (passes(one, asked) ? [row] : []));

        expect(selectPositions(columnsOf(positions), asked, documentFacts)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('with no field gives all', () => {
    const columns = columnsOf([{}, {}, {}]);

    expect(selectPositions(columns, {}, documentFacts)).toEqual([0, 1, 2]);
  });
});
