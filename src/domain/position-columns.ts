import { sharedInt32 } from './shared-arrays.ts';
import type {
  Channel,
  Counting,
  DatePrecision,
  Modality,
  PositionStatus,
  Wording,
} from './vocabulary.ts';

/**
 * The positions of a revision as columns: index i of every column is one position. Sorted by
 * condition, holder, the actor on whose behalf, day and first version, so that the positions of one holder on one
 * condition on behalf of one actor are a range, in order of statement (other orders: position-order.ts).
 */
export interface PositionColumns {
  readonly length: number;
  /** The position's database id. */
  readonly id: Int32Array;
  /** The id of its first version, which orders positions of one day: a corrected one keeps its place. */
  readonly first: Int32Array;
  readonly condition: Int32Array;
  readonly holder: Int32Array;
  /** Day number of the first day that the statement's date can mean. */
  readonly day: Int32Array;
  readonly document: Int32Array;
  /** Index in `attributeSets`: there are few, so filters are evaluated once for each of them. */
  readonly attributeSet: Int32Array;
  readonly attributeSets: readonly PositionAttributes[];
}

/**
 * The attributes of a position that have few possible values, and so few combinations: each
 * combination that occurs is stored once.
 */
export interface PositionAttributes {
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
  readonly status: PositionStatus;
  /** The actor on whose behalf the holder said that it spoke; null without. */
  readonly onBehalfOf: number | null;
  /** Depends on the other codings of the document (choose-codings.ts). */
  readonly counting: Counting;
}

/** A selection of positions: indices in the columns. */
export type Indices = Int32Array;

type ColumnName = Exclude<keyof PositionColumns, 'length' | 'attributeSets'>;

/** Columns of `length` positions; `fill` writes the values of each column. */
export function makeColumns(
  length: number,
  attributeSets: readonly PositionAttributes[],
  fill: (name: ColumnName, fresh: Int32Array) => void,
): PositionColumns {
  const columns = {
    id: sharedInt32(length),
    first: sharedInt32(length),
    condition: sharedInt32(length),
    holder: sharedInt32(length),
    day: sharedInt32(length),
    document: sharedInt32(length),
    attributeSet: sharedInt32(length),
  };
  for (const name of Object.keys(columns) as ColumnName[]) fill(name, columns[name]);
  return { length, attributeSets, ...columns };
}

/** The attributes of the position at an index. Throws RangeError if there is none. */
export function attributesAt(
  { attributeSet, attributeSets }: PositionColumns,
  index: number,
): PositionAttributes {
  const found = attributeSets[attributeSet[index] ?? -1];
  if (found === undefined) throw new RangeError(`There is no position at index ${index}.`);
  return found;
}

/** A list of distinct attribute sets, which merges those of several columns. */
export class AttributeSetList {
  readonly attributeSets: PositionAttributes[] = [];
  readonly #numbers = new Map<string, number>();

  constructor(attributeSets: readonly PositionAttributes[] = []) {
    for (const attributeSet of attributeSets) this.numberOf(attributeSet);
  }

  /** Index of the set in the list; a new set is appended. */
  numberOf(attributeSet: PositionAttributes): number {
    const { stance, precision, onOrBefore, channel, wording, modality, retellings } = attributeSet;
    const { coder, status, onBehalfOf, counting } = attributeSet;
    const text = [
      stance,
      precision,
      onOrBefore,
      channel,
      wording,
      modality,
      retellings,
      coder,
      status,
      onBehalfOf,
      counting,
    ].join();
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.attributeSets.length);
    return this.attributeSets.push(attributeSet) - 1;
  }
}

const stances = new WeakMap<readonly PositionAttributes[], Int8Array>();

/** The stance of each attribute set, for loops over many positions; memoised. */
export function stanceByAttributeSet({ attributeSets }: PositionColumns): Int8Array {
  const known = stances.get(attributeSets) ?? Int8Array.from(attributeSets, ({ stance }) => stance);
  stances.set(attributeSets, known);
  return known;
}

const behalves = new WeakMap<readonly PositionAttributes[], Int32Array>();

/** Of each attribute set the actor on whose behalf, 0 without; memoised. */
export function onBehalfByAttributeSet({ attributeSets }: PositionColumns): Int32Array {
  const known =
    behalves.get(attributeSets) ??
    Int32Array.from(attributeSets, ({ onBehalfOf }) => onBehalfOf ?? NOBODY);
  behalves.set(attributeSets, known);
  return known;
}

/** In `onBehalfByAttributeSet`: no actor is named. Ids start at 1. */
export const NOBODY = 0;

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
  for (const attributeSet of new Set(columns.attributeSet))
    found.add(columns.attributeSets[attributeSet]?.coder ?? '');
  const names = [...found].toSorted();
  coders.set(columns, names);
  return names;
}
