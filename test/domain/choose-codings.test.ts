import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseCodings } from '#src/domain/choose-codings.ts';
import {
  AttributeSetList,
  attributesAt,
  makeColumns,
  type PositionColumns,
} from '#src/domain/position-columns.ts';
import type { Counting, PositionStatus } from '#src/domain/vocabulary.ts';

interface Coded {
  readonly document: number;
  readonly condition: number;
  readonly coder: string;
  readonly status: PositionStatus;
}

const coded: fc.Arbitrary<Coded> = fc.record({
  document: fc.nat(3),
  condition: fc.nat(3),
  coder: fc.constantFrom('anna', 'ben', 'Zoe'),
  status: fc.constantFrom('PROVISIONAL', 'SETTLED'),
});
const codebookOf = (condition: number): number => condition % 2;

function columnsOf(positions: readonly Coded[]): PositionColumns {
  const list = new AttributeSetList();
  const sets = positions.map(({ coder, status }) =>
    list.numberOf({
      stance: 0,
      precision: 'DAY',
      onOrBefore: false,
      channel: 'PUBLIC',
      wording: 'VERBATIM',
      modality: 'ASSERTED',
      retellings: 0,
      coder,
      status,
      onBehalfOf: null,
      counting: 'COUNTED',
    }),
  );
  return makeColumns(positions.length, list.attributeSets, (name, fresh) => {
    for (const [i, { document, condition }] of positions.entries())
      fresh[i] =
        name === 'document'
          ? document
          : name === 'condition'
            ? condition
            : name === 'attributeSet'
              ? (sets[i] ?? 0)
              : i;
  });
}

const countings = (columns: PositionColumns): readonly Counting[] =>
  Array.from({ length: columns.length }, (_, i) => attributesAt(columns, i).counting);

/** What the rule says, position by position. */
function expected(positions: readonly Coded[]): readonly Counting[] {
  return positions.map(({ document, condition, coder }) => {
    const beside = positions.filter(
      (each) => each.document === document && codebookOf(each.condition) === codebookOf(condition),
    );
    const settled = beside.filter(({ status }) => status === 'SETTLED');
    const coders = [
      ...new Set((settled.length > 0 ? settled : beside).map((each) => each.coder)),
    ].toSorted();
    if (coder !== coders[0]) return 'NOT_COUNTED';
    return coders.length > 1 ? 'BY_RULE' : 'COUNTED';
  });
}

describe('of several codings of a document', () => {
  it('the settled one counts, else the only one, else the first by name', () => {
    fc.assert(
      fc.property(fc.array(coded, { maxLength: 12 }), (positions) => {
        const columns = chooseCodings(columnsOf(positions), codebookOf);

        expect(countings(columns)).toEqual(expected(positions));
      }),
    );
  });

  it('the same counts when only the documents that changed are looked at', () => {
    fc.assert(
      fc.property(
        fc.array(coded, { maxLength: 12 }),
        fc.array(coded, { maxLength: 4 }),
        (before, added) => {
          const first = chooseCodings(columnsOf(before), codebookOf);
          const all = [...before, ...added];
          const columns = columnsOf(all);
          // The positions of before as they were chosen then, as a splice has them.
          const list = new AttributeSetList(columns.attributeSets);
          for (const i of before.keys())
            columns.attributeSet[i] = list.numberOf(attributesAt(first, i));
          const spliced = { ...columns, attributeSets: list.attributeSets };
          const documents = new Set(added.map(({ document }) => document));

          const chosen = chooseCodings(spliced, codebookOf, documents);

          expect(countings(chosen)).toEqual(expected(all));
        },
      ),
    );
  });
});
