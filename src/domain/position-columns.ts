import type { Channel, DatePrecision, Modality, Wording } from './vocabulary.ts';

/**
 * The positions of a revision as columns: index i of every column is one position. Sorted by
 * condition, holder, day and id, so that the positions of one holder on one condition are a range,
 * in order of statement (other orders: position-order.ts).
 */
export interface PositionColumns {
  readonly length: number;
  /** The position's database id. */
  readonly id: Int32Array;
  readonly condition: Int32Array;
  readonly holder: Int32Array;
  /** Day number of the first day that the statement's date can mean. */
  readonly day: Int32Array;
  readonly document: Int32Array;
  /** Index in `kinds`, of which there are few: filters are decided by kind, not by position. */
  readonly kind: Int32Array;
  readonly kinds: readonly PositionKind[];
}

/**
 * The properties of a position that have few possible values; positions of one kind share all of
 * them.
 */
export interface PositionKind {
  /** Value on the stance scale, −2…2. */
  readonly stance: number;
  readonly precision: DatePrecision;
  /** Whether the date is only the latest possible. */
  readonly onOrBefore: boolean;
  readonly channel: Channel;
  readonly wording: Wording;
  readonly modality: Modality;
  readonly retellings: number;
  readonly coder: string;
}

/** A selection of positions: indices in the columns. */
export type Indices = Int32Array;

type ColumnName = Exclude<keyof PositionColumns, 'length' | 'kinds'>;

/** Columns of `length` positions; `fill` writes the values of each column. */
export function makeColumns(
  length: number,
  kinds: readonly PositionKind[],
  fill: (name: ColumnName, fresh: Int32Array) => void,
): PositionColumns {
  const columns = {
    id: new Int32Array(length),
    condition: new Int32Array(length),
    holder: new Int32Array(length),
    day: new Int32Array(length),
    document: new Int32Array(length),
    kind: new Int32Array(length),
  };
  for (const name of Object.keys(columns) as ColumnName[]) fill(name, columns[name]);
  return { length, kinds, ...columns };
}

/** The kind of the position at an index. Throws RangeError if there is none. */
export function kindAt({ kind, kinds }: PositionColumns, row: number): PositionKind {
  const found = kinds[kind[row] ?? -1];
  if (found === undefined) throw new RangeError(`There is no position at row ${row}.`);
  return found;
}

/** A list of distinct kinds, which merges the kinds of several columns. */
export class KindList {
  readonly kinds: PositionKind[] = [];
  readonly #numbers = new Map<string, number>();

  constructor(kinds: readonly PositionKind[] = []) {
    for (const kind of kinds) this.numberOf(kind);
  }

  /** Index of the kind in the list; a new kind is appended. */
  numberOf(kind: PositionKind): number {
    const { stance, precision, onOrBefore, channel, wording, modality, retellings, coder } = kind;
    const text = [
      stance,
      precision,
      onOrBefore,
      channel,
      wording,
      modality,
      retellings,
      coder,
    ].join();
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.kinds.length);
    return this.kinds.push(kind) - 1;
  }
}

const stances = new WeakMap<readonly PositionKind[], Int8Array>();

/** The stance of each kind, for loops over many positions; memoised. */
export function stanceByKind({ kinds }: PositionColumns): Int8Array {
  const known = stances.get(kinds) ?? Int8Array.from(kinds, ({ stance }) => stance);
  stances.set(kinds, known);
  return known;
}

const documentLimits = new WeakMap<PositionColumns, number>();

/** One more than the greatest document number of a position; 0 without positions. Memoised. */
export function documentLimit(columns: PositionColumns): number {
  const known = documentLimits.get(columns);
  if (known !== undefined) return known;
  let greatest = -1;
  for (const number of columns.document) greatest = Math.max(greatest, number);
  documentLimits.set(columns, greatest + 1);
  return greatest + 1;
}

const coders = new WeakMap<PositionColumns, readonly string[]>();

/** Names, sorted, of the coders of the positions; memoised. */
export function codersIn(columns: PositionColumns): readonly string[] {
  const known = coders.get(columns);
  if (known !== undefined) return known;
  const found = new Set<string>();
  for (const kind of new Set(columns.kind)) found.add(columns.kinds[kind]?.coder ?? '');
  const names = [...found].toSorted();
  coders.set(columns, names);
  return names;
}
