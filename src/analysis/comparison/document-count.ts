import type { PositionColumns, Rows } from '#src/domain/position-columns.ts';

/** The number of the count in which each document was seen last, and of the latest count. */
interface Seen {
  readonly at: Uint16Array;
  latest: number;
}

/** One for all counts on the same columns, so that none has to clear it first. */
const seenOf = new WeakMap<PositionColumns, Seen>();

/** In how many documents the positions were found. */
export function documentCount(columns: PositionColumns, rows: Rows): number {
  const seen = seenOf.get(columns) ?? {
    at: new Uint16Array(greatest(columns.document) + 1),
    latest: 0,
  };
  seenOf.set(columns, seen);
  seen.latest += 1;
  if (seen.latest > MOST) {
    seen.at.fill(0);
    seen.latest = 1;
  }
  const { at, latest } = seen;
  const { document } = columns;
  let count = 0;
  for (let i = 0; i < rows.length; i += 1) {
    const number = document[rows[i] ?? 0] ?? 0;
    count += Number(at[number] !== latest);
    at[number] = latest;
  }
  return count;
}

/** Counts that two bytes can tell apart. */
const MOST = 65_535;

function greatest(numbers: Int32Array): number {
  let most = 0;
  for (const number of numbers) most = Math.max(most, number);
  return most;
}
