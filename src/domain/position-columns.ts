/**
 * The positions that stand at a revision, as columns: row i of every column is one position.
 * Rows are sorted by condition, holder, day and id, so that the positions of one holder on one
 * condition are a range, in order of statement (position-order.ts has the other orders).
 */
export interface PositionColumns {
  readonly length: number;
  /** The position's row number in the store. */
  readonly id: Int32Array;
  readonly condition: Int32Array;
  readonly holder: Int32Array;
  /** Value on the stance scale, −2…2. */
  readonly stance: Int8Array;
  /** Day number of the first day that the statement's date can mean. */
  readonly day: Int32Array;
  /** Index in DATE_PRECISIONS. */
  readonly precision: Uint8Array;
  /** 1 where the date is only the latest that it can have been, else 0. */
  readonly onOrBefore: Uint8Array;
  /** Index in CHANNELS, WORDINGS, MODALITIES. */
  readonly channel: Uint8Array;
  readonly wording: Uint8Array;
  readonly modality: Uint8Array;
  readonly retellings: Uint16Array;
  readonly document: Int32Array;
  /** Index in `coders`. */
  readonly coder: Uint16Array;
  readonly coders: readonly string[];
}

/** Rows of the columns: a selection of positions. */
export type Rows = Int32Array;

type ColumnName = Exclude<keyof PositionColumns, 'length' | 'coders'>;

/** Columns for so many positions; `fill` writes each of them. */
export function makeColumns(
  length: number,
  coders: readonly string[],
  fill: <Name extends ColumnName>(name: Name, fresh: PositionColumns[Name]) => void,
): PositionColumns {
  const columns = {
    id: new Int32Array(length),
    condition: new Int32Array(length),
    holder: new Int32Array(length),
    stance: new Int8Array(length),
    day: new Int32Array(length),
    precision: new Uint8Array(length),
    onOrBefore: new Uint8Array(length),
    channel: new Uint8Array(length),
    wording: new Uint8Array(length),
    modality: new Uint8Array(length),
    retellings: new Uint16Array(length),
    document: new Int32Array(length),
    coder: new Uint16Array(length),
  };
  for (const name of Object.keys(columns) as ColumnName[]) fill(name, columns[name]);
  return { length, coders, ...columns };
}
