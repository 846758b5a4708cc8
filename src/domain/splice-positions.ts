/** Columns of one revision made from those of another, without reading what did not change. */
import { makeColumns, type PositionColumns } from './position-columns.ts';
import { sortPositions } from './position-order.ts';

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
  const { coders, come: arriving } = withOneListOfCoders(columns, sortPositions(come));
  const leaving = sortPositions(gone);
  const leave = Int32Array.from(leaving.id.keys(), (row) => placeOf(columns, leaving, row));
  const arrive = Int32Array.from(arriving.id.keys(), (row) => placeOf(columns, arriving, row));
  const length = columns.length - leave.length + arrive.length;
  return makeColumns(length, coders, (name, fresh) => {
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

/** The first row of `columns` that does not sort before that row of `other`. */
function placeOf(columns: PositionColumns, other: PositionColumns, row: number): number {
  let low = 0;
  let high = columns.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sortsBefore(columns, middle, other, row)) low = middle + 1;
    else high = middle;
  }
  return low;
}

const SORTED_BY = ['condition', 'holder', 'day', 'id'] as const;

function sortsBefore(a: PositionColumns, rowA: number, b: PositionColumns, rowB: number): boolean {
  for (const key of SORTED_BY) {
    const difference = (a[key][rowA] ?? 0) - (b[key][rowB] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

/** Coders who are new come after those who are known, so that the known keep their numbers. */
function withOneListOfCoders(
  columns: PositionColumns,
  come: PositionColumns,
): { readonly coders: readonly string[]; readonly come: PositionColumns } {
  const coders = [...new Set([...columns.coders, ...come.coders])];
  const coder = come.coder.map((index) => coders.indexOf(come.coders[index] ?? ''));
  return { coders, come: { ...come, coder } };
}
