import {
  type Indices,
  makeColumns,
  NOBODY,
  onBehalfByAttributeSet,
  type PositionColumns,
} from './position-columns.ts';
import { sharedInt32 } from './shared-arrays.ts';

/** All positions in order of statement: by day, then first version. */
export interface StatementOrder {
  readonly indices: Indices;
  /** Place of each position in that order. */
  readonly rank: Int32Array;
}

const statementOrders = new WeakMap<PositionColumns, StatementOrder>();

/**
 * The order of statement (day, then first version) of all positions: `indices` lists their indices in that order,
 * `rank` the place of each. Linear time; memoised.
 */
export function statementOrder(columns: PositionColumns): StatementOrder {
  const known = statementOrders.get(columns);
  if (known !== undefined) return known;
  const indices = sharedInt32(columns.length);
  indices.set(sortBy(columns.day, sortBy(columns.first)));
  const rank = sharedInt32(indices.length);
  for (let at = 0; at < indices.length; at += 1) rank[indices[at] ?? 0] = at;
  const order = { indices, rank };
  statementOrders.set(columns, order);
  return order;
}

/** Takes over the order that another thread found. */
export function keepStatementOrder(columns: PositionColumns, order: StatementOrder): void {
  statementOrders.set(columns, order);
}

/**
 * Indices of the positions stated on those days (day numbers, inclusive), in order of statement.
 */
export function indicesStatedBetween(columns: PositionColumns, from: number, to: number): Indices {
  const { indices } = statementOrder(columns);
  const dayAt = (place: number): number => columns.day[indices[place] ?? 0] ?? 0;
  const start = firstPlace(0, indices.length, (place) => dayAt(place) >= from);
  return indices.subarray(
    start,
    firstPlace(start, indices.length, (place) => dayAt(place) > to),
  );
}

/**
 * In sorted days, the first index from `start` and before `end` with a day ≥ `day`; `end` without
 * one.
 */
export function firstFrom(days: Int32Array, start: number, end: number, day: number): number {
  return firstPlace(start, end, (index) => (days[index] ?? 0) >= day);
}

/** The same for days that are found by the indices of their positions. */
export function firstAt(indices: Indices, days: Int32Array, start: number, day: number): number {
  return firstPlace(start, indices.length, (place) => (days[indices[place] ?? 0] ?? 0) >= day);
}

/**
 * Binary search: the first place from `low` on for which a monotone condition holds; `high` without
 * one.
 */
function firstPlace(low: number, high: number, holds: (place: number) => boolean): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** The positions at these indices in order of statement. */
export function inOrderOfStatement(columns: PositionColumns, indices: Indices): Indices {
  const order = statementOrder(columns);
  const sorted = new Int32Array(indices.length);
  let isSorted = true;
  for (let at = 0; at < sorted.length; at += 1) {
    const rank = order.rank[indices[at] ?? 0] ?? 0;
    if (at > 0 && rank < (sorted[at - 1] ?? 0)) isSorted = false;
    sorted[at] = rank;
  }
  // Those of one holder are.
  if (isSorted) return indices;
  sorted.sort();
  for (let at = 0; at < sorted.length; at += 1) sorted[at] = order.indices[sorted[at] ?? 0] ?? 0;
  return sorted;
}

/** Indices from `start` to before `end` of one holder's positions on one condition, on behalf of one actor. */
export interface HolderRange {
  readonly holder: number;
  /** Null where no actor is named. */
  readonly onBehalfOf: number | null;
  readonly start: number;
  readonly end: number;
}

/** The ranges of all holders by condition number. */
export type RangesByCondition = ReadonlyMap<number, readonly HolderRange[]>;

const rangesOf = new WeakMap<PositionColumns, RangesByCondition>();

/** The ranges of all holders on each condition; memoised. */
export function holderRanges(columns: PositionColumns): RangesByCondition {
  const known = rangesOf.get(columns);
  if (known !== undefined) return known;
  const { condition, holder, attributeSet, length } = columns;
  const behalf = onBehalfByAttributeSet(columns);
  const behalfAt = (index: number): number => behalf[attributeSet[index] ?? 0] ?? NOBODY;
  const ranges = new Map<number, HolderRange[]>();
  for (let start = 0; start < length; ) {
    let end = start + 1;
    const onBehalfOf = behalfAt(start);
    while (
      end < length &&
      holder[end] === holder[start] &&
      condition[end] === condition[start] &&
      behalfAt(end) === onBehalfOf
    )
      end += 1;
    const range = {
      holder: holder[start] ?? 0,
      onBehalfOf: onBehalfOf === NOBODY ? null : onBehalfOf,
      start,
      end,
    };
    const ofCondition = ranges.get(condition[start] ?? 0);
    if (ofCondition) ofCondition.push(range);
    else ranges.set(condition[start] ?? 0, [range]);
    start = end;
  }
  rangesOf.set(columns, ranges);
  return ranges;
}

/** Sorts columns in any order by condition, holder, the actor on whose behalf, day and first version. */
export function sortPositions(columns: PositionColumns): PositionColumns {
  const { condition, holder, day, first } = columns;
  const behalf = onBehalfByAttributeSet(columns);
  const byDay = sortBy(day, sortBy(first));
  const byBehalf = behalf.every((actor) => actor === NOBODY)
    ? byDay
    : sortBy(
        columns.attributeSet.map((set) => behalf[set] ?? NOBODY),
        byDay,
      );
  const order = sortBy(condition, sortBy(holder, byBehalf));
  return makeColumns(columns.length, columns.attributeSets, (name, fresh) => {
    const column = columns[name];
    for (let index = 0; index < order.length; index += 1)
      fresh[index] = column[order[index] ?? 0] ?? 0;
  });
}

/** The sort key of the columns. */
export interface PositionKey {
  readonly condition: number;
  readonly holder: number;
  readonly onBehalfOf: number | null;
  readonly day: number;
  readonly first: number;
}

/**
 * The first index whose position does not sort before the key: its own index, if it is in the
 * columns.
 */
export function placeOf(columns: PositionColumns, key: PositionKey): number {
  return firstPlace(0, columns.length, (index) => !sortsBefore(columns, index, key));
}

function sortsBefore(columns: PositionColumns, index: number, key: PositionKey): boolean {
  const behalf = onBehalfByAttributeSet(columns)[columns.attributeSet[index] ?? 0] ?? NOBODY;
  const difference =
    (columns.condition[index] ?? 0) - key.condition ||
    (columns.holder[index] ?? 0) - key.holder ||
    behalf - (key.onBehalfOf ?? NOBODY) ||
    (columns.day[index] ?? 0) - key.day ||
    (columns.first[index] ?? 0) - key.first;
  return difference < 0;
}

/** Stable counting sort of indices by integer keys. */
function sortBy(keys: Int32Array, indices: Indices = Int32Array.from(keys.keys())): Indices {
  let least = Infinity;
  let greatest = -Infinity;
  for (const key of keys) {
    if (key < least) least = key;
    if (key > greatest) greatest = key;
  }
  const starts = new Int32Array(keys.length === 0 ? 0 : greatest - least + 2);
  for (const key of keys) starts[key - least + 1] = (starts[key - least + 1] ?? 0) + 1;
  for (let i = 1; i < starts.length; i += 1) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
  const sorted = new Int32Array(indices.length);
  for (const index of indices) {
    const key = (keys[index] ?? 0) - least;
    const at = starts[key] ?? 0;
    sorted[at] = index;
    starts[key] = at + 1;
  }
  return sorted;
}

const documentOrders = new WeakMap<PositionColumns, { indices: Indices; starts: Int32Array }>();

/**
 * Indices of the positions in a document, in order of statement. The order by document is memoised.
 */
export function indicesOfDocument(columns: PositionColumns, document: number): Indices {
  let order = documentOrders.get(columns);
  if (order === undefined) {
    const indices = sortBy(columns.document, statementOrder(columns).indices);
    const starts = new Int32Array((columns.document[indices.at(-1) ?? -1] ?? -1) + 2);
    for (const each of columns.document) starts[each + 1] = (starts[each + 1] ?? 0) + 1;
    for (let i = 1; i < starts.length; i += 1) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
    order = { indices, starts };
    documentOrders.set(columns, order);
  }
  const last = order.starts.length - 1;
  return order.indices.slice(
    order.starts[Math.min(document, last)],
    order.starts[Math.min(document + 1, last)],
  );
}
