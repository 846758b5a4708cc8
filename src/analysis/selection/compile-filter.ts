import { createMemo } from '#src/analysis/caches/memoize.ts';
import type { Indices, PositionColumns, PositionKind } from '#src/domain/position-columns.ts';
import { CHANNELS, type Channel, type Modality, type Wording } from '#src/domain/vocabulary.ts';
import { inBoth, type SelectedDocuments } from './select-documents.ts';

/** Every field narrows; one that is left out does not. Empty lists select nothing. */
export interface PositionSelection extends KindSelection {
  /** Day numbers, inclusive, of the statement's date (its first possible day). */
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

/** What a selection lets through: a position passes whose day, kind and document all do. */
export interface CompiledFilter {
  readonly days: Days;
  /** At the index of each kind of position 0 if it does not pass, else its class. */
  readonly kinds: Uint8Array;
  readonly isEveryKind: boolean;
  readonly selected: SelectedDocuments;
}

/**
 * Classes of what passes, small enough to be counted in an array: a bit that says so, below it the
 * level of the stance, which is its distance from the lowest of all, and above it the channel.
 */
export const PASSES_BIT = 3;
export const LOWEST_STANCE = -2;
export const CLASSES = CHANNELS.length << (PASSES_BIT + 1);

export function classOf(channel: Channel, stance: number): number {
  return (
    (CHANNELS.indexOf(channel) << (PASSES_BIT + 1)) + (1 << PASSES_BIT) + stance - LOWEST_STANCE
  );
}

/** Day numbers, inclusive. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

/** Whether no day is left out. */
export function isEver({ from, to }: Days): boolean {
  return from === -Infinity && to === Infinity;
}

export function compileFilter(
  columns: PositionColumns,
  selection: PositionSelection,
  selected: SelectedDocuments,
): CompiledFilter {
  const { statedFrom, statedTo, ...asked } = selection;
  // Most filters ask nothing of the kind, or dates alone.
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

/** What passes both the sieve and a selection of documents. */
export function alsoIn(
  compiledFilter: CompiledFilter,
  selected: SelectedDocuments,
): CompiledFilter {
  return { ...compiledFilter, selected: inBoth(compiledFilter.selected, selected) };
}

/** Those of the rows whose kind and document pass. Their days are for the caller, who has them sorted. */
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
    // Always written, not always kept: cheaper than to guess which way each row goes.
    kept[length] = row;
    length +=
      ((kinds[kind[row] ?? 0] ?? 0) >>> PASSES_BIT) &
      (passing[groupOf[document[row] ?? 0] ?? 0] ?? 0);
  }
  return kept.subarray(0, length);
}
