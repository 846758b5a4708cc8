import { calendarFields } from '#src/domain/dates.ts';
import type { PositionColumns } from '#src/domain/position-columns.ts';

import type { NetworkDuplicates } from './network-options.ts';

/**
 * For each statement the index of the first statement that it duplicates, its own if there is none;
 * null if every statement counts (`ALL`). `index` holds the index of each statement's position,
 * `cell` its actor, condition and value.
 *
 * Duplicates are statements by one actor on one condition with one value in the same document,
 * month, year or range (Leifeld 2017; the "duplicates" setting of the Discourse Network Analyzer).
 * Months of different years differ. The value distinguishes statements under every weight, so that
 * congruence and conflict add up to the ignoring weight. A date with month or year precision counts
 * at its first day. Example: a party upholds a condition twice in one cable and once in the next →
 * 3 statements; by document 2, by month 1 or 2. Undefined cases: none.
 */
export function duplicateKeys(
  columns: PositionColumns,
  index: Int32Array,
  cell: Int32Array,
  duplicates: NetworkDuplicates,
): Int32Array | null {
  if (duplicates === 'ALL') return null;
  const period = index.map(periodOf(columns, duplicates));
  // Hash table of first statements with linear probing; a `Map` of a million pairs takes a second.
  const bits = Math.ceil(Math.log2(2 * index.length + 2));
  const size = 2 ** bits;
  const firsts = new Int32Array(size).fill(-1);
  return index.map((_, s) => {
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
): (index: number) => number {
  if (duplicates === 'RANGE') return () => 0;
  if (duplicates === 'DOCUMENT') return (index) => document[index] ?? 0;
  const known = new Map<number, number>();
  return (index) => {
    const on = day[index] ?? 0;
    const before = known.get(on);
    if (before !== undefined) return before;
    const { year, month } = calendarFields(on);
    const period = duplicates === 'YEAR' ? year : year * 12 + month;
    known.set(on, period);
    return period;
  };
}
