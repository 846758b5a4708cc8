/**
 * The positions that stand at a revision, as columns: row i of every column is one position.
 * Rows are in order of statement (day, then row number), so that a selection is too.
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

/** Rows of the columns, ascending: a selection of positions. */
export type Rows = readonly number[];
