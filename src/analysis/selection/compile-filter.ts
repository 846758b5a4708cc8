import { createMemo } from '#src/analysis/caches/memoize.ts';
import type { Indices, PositionColumns, PositionKind } from '#src/domain/position-columns.ts';
import { CHANNELS, type Channel, type Modality, type Wording } from '#src/domain/vocabulary.ts';
import { inBoth, type SelectedDocuments } from './select-documents.ts';

/** Criteria for positions. An absent field does not restrict; an empty list selects nothing. */
export interface PositionSelection extends KindSelection {
  /** First and last day number, inclusive, of the first day that the statement's date can mean. */
  readonly statedFrom?: number | undefined;
  readonly statedTo?: number | undefined;
}

interface KindSelection {
  readonly channels?: readonly Channel[] | undefined;
  readonly maxRetellings?: number | undefined;
  readonly wordings?: readonly Wording[] | undefined;
  readonly modalities?: readonly Modality[] | undefined;
  readonly coders?: readonly string[] | undefined;
}

/** A filter compiled to lookups by index: a position passes if its day, kind and document do. */
export interface CompiledFilter {
  readonly days: Days;
  /** At the index of each kind of position its class (`classOf`); 0 if it does not pass. */
  readonly kinds: Uint8Array;
  /** Whether every kind passes. */
  readonly isEveryKind: boolean;
  readonly selected: SelectedDocuments;
}

/**
 * Bit of a class that is set if the position passes. Below it is the level of the stance, counted
 * from the lowest; above it the channel. Classes are small enough to index an array of counts.
 */
export const PASSES_BIT = 3;
/** Lowest value of the stance scale. */
export const LOWEST_STANCE = -2;
/** Number of classes. */
export const CLASSES = CHANNELS.length << (PASSES_BIT + 1);

/** The class of the positions that pass with this channel and stance. */
export function classOf(channel: Channel, stance: number): number {
  return (
    (CHANNELS.indexOf(channel) << (PASSES_BIT + 1)) + (1 << PASSES_BIT) + stance - LOWEST_STANCE
  );
}

/** First and last day number, both inclusive. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

/** Whether the range is unbounded. */
export function isEver({ from, to }: Days): boolean {
  return from === -Infinity && to === Infinity;
}

/**
 * Compiles criteria for positions and a selection of documents; decides once for each kind of
 * position.
 */
export function compileFilter(
  columns: PositionColumns,
  selection: PositionSelection,
  selected: SelectedDocuments,
): CompiledFilter {
  const { statedFrom, statedTo, ...asked } = selection;
  // Memoised if no criterion concerns kinds, as in most filters.
  const kinds = Object.values(asked).every((each) => each === undefined)
    ? memoize([columns], '', () => decide(columns, asked))
    : decide(columns, asked);
  return { days: { from: statedFrom ?? -Infinity, to: statedTo ?? Infinity }, ...kinds, selected };
}

type Kinds = Pick<CompiledFilter, 'kinds' | 'isEveryKind'>;

const memoize = createMemo<Kinds>();

function decide(columns: PositionColumns, asked: KindSelection): Kinds {
  const kinds = new Uint8Array(columns.kinds.length);
  let index = 0;
  for (const kind of columns.kinds) {
    if (isAskedFor(kind, asked)) kinds[index] = classOf(kind.channel, kind.stance);
    index += 1;
  }
  return { kinds, isEveryKind: !kinds.includes(0) };
}

function isAskedFor(kind: PositionKind, asked: KindSelection): boolean {
  return (
    (asked.channels === undefined || asked.channels.includes(kind.channel)) &&
    (asked.wordings === undefined || asked.wordings.includes(kind.wording)) &&
    (asked.modalities === undefined || asked.modalities.includes(kind.modality)) &&
    (asked.coders === undefined || asked.coders.includes(kind.coder)) &&
    (asked.maxRetellings === undefined || kind.retellings <= asked.maxRetellings)
  );
}

/** The filter restricted to another selection of documents. */
export function alsoIn(
  compiledFilter: CompiledFilter,
  selected: SelectedDocuments,
): CompiledFilter {
  return { ...compiledFilter, selected: inBoth(compiledFilter.selected, selected) };
}

/**
 * Those of the positions at `rows` whose kind and document pass; `rows` itself if all do. Days are
 * not checked: callers cut them from sorted positions.
 */
export function keep(
  columns: PositionColumns,
  rows: Indices,
  compiledFilter: CompiledFilter,
): Indices {
  const { kinds, isEveryKind, selected } = compiledFilter;
  if (isEveryKind && selected.isEvery) return rows;
  const { groupOf } = selected.groups;
  const { passing } = selected;
  const { kind, document } = columns;
  const kept = new Int32Array(rows.length);
  let length = 0;
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] ?? 0;
    // Written unconditionally: mispredicted branches cost more than the write.
    kept[length] = row;
    length +=
      ((kinds[kind[row] ?? 0] ?? 0) >>> PASSES_BIT) &
      (passing[groupOf[document[row] ?? 0] ?? 0] ?? 0);
  }
  return kept.subarray(0, length);
}
