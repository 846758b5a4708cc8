/** Columns of one revision made from those of another, without reading what did not change. */
import { KindList, makeColumns, type PositionColumns } from './position-columns.ts';
import { placeOf, sortPositions } from './position-order.ts';

/**
 * The columns without the positions of `gone` and with those of `come`. Both may be in any order;
 * every position of `gone` is in `columns`, none of `come` is. Copies whole runs of rows: its time
 * is that of copying the columns once, and a logarithm for each change.
 */
export function splicePositions(
  columns: PositionColumns,
  gone: PositionColumns,
  come: PositionColumns,
): PositionColumns {
  const { kinds, come: arriving } = withOneListOfKinds(columns, sortPositions(come));
  const leave = placesOf(columns, sortPositions(gone));
  const arrive = placesOf(columns, arriving);
  const length = columns.length - leave.length + arrive.length;
  return makeColumns(length, kinds, (name, fresh) => {
    const column = columns[name];
    const values = arriving[name];
    let from = 0;
    let to = 0;
    const copyUntil = (row: number): void => {
      fresh.set(column.subarray(from, row), to);
      to += row - from;
      from = row;
    };
    for (let out = 0, into = 0; out < leave.length || into < arrive.length; ) {
      const next = arrive[into] ?? Infinity;
      const left = leave[out] ?? Infinity;
      copyUntil(Math.min(next, left));
      if (next <= left) {
        fresh[to] = values[into] ?? 0;
        to += 1;
        into += 1;
      } else {
        from += 1;
        out += 1;
      }
    }
    copyUntil(column.length);
  });
}

/** Where each position of `other` stands in the columns, or would. */
function placesOf(columns: PositionColumns, other: PositionColumns): Int32Array {
  return other.id.map((id, row) =>
    placeOf(columns, {
      condition: other.condition[row] ?? 0,
      holder: other.holder[row] ?? 0,
      day: other.day[row] ?? 0,
      id,
    }),
  );
}

/** Kinds that are new come after those that are known, so that the known keep their numbers. */
function withOneListOfKinds(
  columns: PositionColumns,
  come: PositionColumns,
): Pick<PositionColumns, 'kinds'> & { readonly come: PositionColumns } {
  const list = new KindList(columns.kinds);
  const numbers = come.kinds.map((kind) => list.numberOf(kind));
  const kind = come.kind.map((index) => numbers[index] ?? 0);
  // Without a new kind the list stays the very same, and what is known of it is kept.
  const kinds = list.kinds.length === columns.kinds.length ? columns.kinds : list.kinds;
  return { kinds, come: { ...come, kind } };
}
