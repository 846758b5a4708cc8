import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attributesAt, makeColumns, type PositionColumns } from '#src/domain/position-columns.ts';
import {
  holderRanges,
  indicesOfDocument,
  inOrderOfStatement,
  sortPositions,
  statementOrder,
} from '#src/domain/position-order.ts';
import { splicePositions } from '#src/domain/splice-positions.ts';
import { CODERS, columnsOf } from '../analysis/columns.ts';

const positions = fc.array(
  fc.record({
    holder: fc.nat(3),
    condition: fc.nat(2),
    day: fc.integer({ min: -3, max: 3 }),
    stance: fc.integer({ min: -2, max: 2 }),
    channel: fc.nat(3),
    retellings: fc.nat(70_000),
    document: fc.nat(5),
    coder: fc.nat(CODERS.length - 1),
    onBehalfOf: fc.nat(2),
  }),
  { maxLength: 40 },
);

/** Each position as text, comparable across orders of columns and numberings of attribute sets. */
function inWords(columns: PositionColumns): readonly string[] {
  const { length, attributeSets: _, attributeSet: _number, ...values } = columns;
  return Array.from({ length }, (_item, index) => {
    const numbers = Object.entries(values).map(([name, column]) => `${name} ${column[index]}`);
    return [...numbers, JSON.stringify(attributesAt(columns, index))].join(' ');
  });
}

/** The positions whose id passes, in the same order. */
function only(columns: PositionColumns, keep: (id: number) => boolean): PositionColumns {
  const indices = Int32Array.from(columns.id.keys()).filter((index) =>
    keep(columns.id[index] ?? 0),
  );
  return makeColumns(indices.length, columns.attributeSets, (name, fresh) =>
    fresh.set(indices.map((index) => columns[name][index] ?? 0)),
  );
}

describe('position columns', () => {
  it('are sorted by condition, holder, the actor on whose behalf, day and id', () => {
    fc.assert(
      fc.property(positions, (all) => {
        const columns = sortPositions(columnsOf(all));
        const { length, condition, holder, day, id } = columns;

        const keys = Array.from({ length }, (_, index) =>
          [
            condition[index],
            holder[index],
            attributesAt(columns, index).onBehalfOf ?? 0,
            (day[index] ?? 0) + 20,
            (id[index] ?? 0) + 100,
          ].join(),
        );
        expect(keys).toEqual(keys.toSorted());
      }),
    );
  });

  it('have one range for each holder and actor on whose behalf, on each condition', () => {
    fc.assert(
      fc.property(positions, (all) => {
        const columns = sortPositions(columnsOf(all));

        let indices = 0;
        for (const [condition, ranges] of holderRanges(columns)) {
          expect(
            new Set(ranges.map(({ holder, onBehalfOf }) => `${holder} ${onBehalfOf}`)).size,
          ).toBe(ranges.length);
          for (const { holder, start, end } of ranges) {
            indices += end - start;
            for (let index = start; index < end; index += 1)
              expect([columns.condition[index], columns.holder[index]]).toEqual([
                condition,
                holder,
              ]);
          }
        }
        expect(indices).toBe(all.length);
      }),
    );
  });

  it('are listed in order of statement: all, a selection, or one document', () => {
    fc.assert(
      fc.property(positions, fc.integer({ min: 1, max: 5 }), (all, every) => {
        const columns = sortPositions(columnsOf(all));
        const { day, id, document } = columns;
        const byStatement = (a: number, b: number): number =>
          (day[a] ?? 0) - (day[b] ?? 0) || (id[a] ?? 0) - (id[b] ?? 0);
        const indices = Int32Array.from(columns.id.keys());
        const selection = indices.filter((index) => index % every === 0);

        const expected = selection.toSorted(byStatement);

        expect(statementOrder(columns).indices).toEqual(indices.toSorted(byStatement));
        expect(inOrderOfStatement(columns, selection)).toEqual(expected);
        for (let each = 0; each < 8; each += 1)
          expect(indicesOfDocument(columns, each)).toEqual(
            indices.filter((index) => document[index] === each).toSorted(byStatement),
          );
      }),
    );
  });

  it('spliced from another revision equal newly sorted ones', () => {
    fc.assert(
      fc.property(
        positions,
        fc.array(fc.constantFrom('stays', 'goes', 'comes'), { minLength: 40, maxLength: 40 }),
        (all, fates) => {
          const columns = columnsOf(all);
          const fated = (...fate: readonly string[]) =>
            only(columns, (id) => fate.includes(fates[id - 1] ?? ''));
          const before = sortPositions(fated('stays', 'goes'));
          // New attribute sets, and existing ones under other numbers.
          const comes = fated('comes');
          const attributeSets = comes.attributeSets
            .toReversed()
            .map((attributeSet, i) => (i % 2 ? attributeSet : { ...attributeSet, coder: 'clara' }));
          const attributeSet = comes.attributeSet.map((each) => attributeSets.length - 1 - each);
          const come = { ...comes, attributeSets, attributeSet };

          const after = splicePositions(before, fated('goes'), come);

          const anew = sortPositions(fated('stays', 'comes'));
          expect(after.id).toEqual(anew.id);
          const staying = inWords(sortPositions(fated('stays')));
          const coming = inWords(sortPositions(come));
          expect(new Set(inWords(after))).toEqual(new Set([...staying, ...coming]));
        },
      ),
      { numRuns: 500 },
    );
  });
});
