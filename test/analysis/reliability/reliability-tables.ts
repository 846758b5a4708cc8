/** Tables of values by coder and unit from the literature; null where a value is missing. */

export type Table = readonly (readonly (number | null)[])[];

const read = (rows: readonly string[]): Table =>
  rows.map((row) => row.split(' ').map((value) => (value === '.' ? null : Number(value))));

/** Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", C: four observers, missing data. */
export const FOUR_OBSERVERS = read([
  '1 2 3 3 2 1 4 1 2 . . .',
  '1 2 3 3 2 2 4 1 2 5 . 3',
  '. 3 3 3 2 3 4 2 2 5 1 .',
  '1 2 3 3 2 4 4 1 2 5 1 .',
]);

/** The same, A: two observers, binary data. */
export const BINARY = read(['0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0']);

/** The same, B: two observers, nominal data a … e as 1 … 5. */
export const TWO_OBSERVERS = read(['1 1 2 2 4 3 3 3 5 4 4 1', '2 1 2 2 2 3 3 3 5 4 4 4']);

/** Three coders and fifteen units, in Wikipedia's article on Krippendorff's alpha. */
export const THREE_CODERS = read([
  '. . . . . 3 4 1 2 1 1 3 3 . 3',
  '1 . 2 1 3 3 4 3 . . . . . . .',
  '. . 2 1 3 4 4 . 2 1 1 3 3 . 4',
]);

/** The values of each unit, without those that are missing. */
export function unitsOf(table: Table): readonly (readonly number[])[] {
  return (table[0] ?? []).map((_, u) => table.flatMap((row) => row[u] ?? []));
}
