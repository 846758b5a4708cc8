import {
  AttributeSetList,
  attributesAt,
  makeColumns,
  type PositionColumns,
} from './position-columns.ts';
import { placeOf, sortPositions } from './position-order.ts';

/**
 * Columns of one revision from those of another: without the `removed` positions and with the
 * `added` ones, each in any order. All of `removed` must be in `columns`, none of `added`. Takes
 * one copy of the columns and a binary search for each change.
 */
export function splicePositions(
  columns: PositionColumns,
  removed: PositionColumns,
  added: PositionColumns,
): PositionColumns {
  const { attributeSets, added: inserted } = withSharedSets(columns, sortPositions(added));
  const removedAt = placesOf(columns, sortPositions(removed));
  const insertedAt = placesOf(columns, inserted);
  const length = columns.length - removedAt.length + insertedAt.length;
  return makeColumns(length, attributeSets, (name, target) => {
    const source = columns[name];
    const values = inserted[name];
    let from = 0;
    let to = 0;
    const copyUntil = (index: number): void => {
      target.set(source.subarray(from, index), to);
      to += index - from;
      from = index;
    };
    for (let r = 0, i = 0; r < removedAt.length || i < insertedAt.length; ) {
      const nextInserted = insertedAt[i] ?? Infinity;
      const nextRemoved = removedAt[r] ?? Infinity;
      copyUntil(Math.min(nextInserted, nextRemoved));
      if (nextInserted <= nextRemoved) {
        target[to] = values[i] ?? 0;
        to += 1;
        i += 1;
      } else {
        from += 1;
        r += 1;
      }
    }
    copyUntil(source.length);
  });
}

/** The index of each position of `other` in the columns, or the index at which it would be inserted. */
function placesOf(columns: PositionColumns, other: PositionColumns): Int32Array {
  return other.first.map((first, index) =>
    placeOf(columns, {
      condition: other.condition[index] ?? 0,
      holder: other.holder[index] ?? 0,
      onBehalfOf: attributesAt(other, index).onBehalfOf,
      day: other.day[index] ?? 0,
      first,
    }),
  );
}

/** Appends the attribute sets of `added` that are new, so that the indices of the others do not change. */
function withSharedSets(
  columns: PositionColumns,
  added: PositionColumns,
): Pick<PositionColumns, 'attributeSets'> & { readonly added: PositionColumns } {
  const list = new AttributeSetList(columns.attributeSets);
  const numbers = added.attributeSets.map((attributeSet) => list.numberOf(attributeSet));
  const attributeSet = added.attributeSet.map((index) => numbers[index] ?? 0);
  // Without a new set the array stays the same object, and what is cached by it remains valid.
  const attributeSets =
    list.attributeSets.length === columns.attributeSets.length
      ? columns.attributeSets
      : list.attributeSets;
  return { attributeSets, added: { ...added, attributeSet, attributeSets } };
}
