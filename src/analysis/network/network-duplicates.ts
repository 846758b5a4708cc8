/**
 * Which statements repeat another, so that a much quoted sentence does not weigh more than a
 * position that was stated once.
 *
 * Duplicates are statements of one actor, on one condition, with one value, in one document, month,
 * year or in the whole range (Leifeld 2017; the "duplicates" setting of the Discourse Network
 * Analyzer). A month is that of one year: March 2006 and March 2007 are two. The value tells
 * statements apart whatever weight is asked for, so that congruence and conflict add up to the
 * ignoring weight. A date known to the month or year counts where its first day falls.
 * Example: a party upholds a condition twice in one cable and once in the next: 3 statements, by
 * document 2, by month 1 or 2.
 * Undefined cases: none.
 */
import type { PositionColumns } from '#src/domain/position-columns.ts';
import { monthOf } from './calendar-windows.ts';
import type { NetworkDuplicates } from './network-options.ts';

/**
 * For each statement the first of those that it repeats, itself where it repeats none; null where
 * each counts. `row` gives the row of each statement, `cell` its actor, condition and value.
 */
export function duplicateKeys(
  columns: PositionColumns,
  row: Int32Array,
  cell: Int32Array,
  duplicates: NetworkDuplicates,
): Int32Array | null {
  if (duplicates === 'ALL') return null;
  const period = row.map(periodOf(columns, duplicates));
  // A table of first statements, probed from the hash onwards: a Map of a million pairs takes
  // a second.
  const bits = Math.ceil(Math.log2(2 * row.length + 2));
  const size = 2 ** bits;
  const firsts = new Int32Array(size).fill(-1);
  return row.map((_, s) => {
    const [inCell, inPeriod] = [cell[s] ?? 0, period[s] ?? 0];
    const hash = Math.imul(Math.imul(inCell, 0x9e3779b1) ^ inPeriod, 0x85ebca6b);
    for (let slot = hash >>> (32 - bits); ; slot = (slot + 1) % size) {
      const first = firsts[slot] ?? -1;
      if (first === -1) {
        firsts[slot] = s;
        return s;
      }
      if (cell[first] === inCell && period[first] === inPeriod) return first;
    }
  });
}

function periodOf(
  { day, document }: PositionColumns,
  duplicates: Exclude<NetworkDuplicates, 'ALL'>,
): (row: number) => number {
  if (duplicates === 'RANGE') return () => 0;
  if (duplicates === 'DOCUMENT') return (row) => document[row] ?? 0;
  const known = new Map<number, number>();
  return (row) => {
    const on = day[row] ?? 0;
    const before = known.get(on);
    if (before !== undefined) return before;
    const { year, month } = monthOf(on);
    const period = duplicates === 'YEAR' ? year : year * 12 + month;
    known.set(on, period);
    return period;
  };
}
