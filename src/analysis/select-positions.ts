import type { PositionColumns, Rows } from '#src/domain/position-columns.ts';
import type { Channel, Modality, Wording } from '#src/domain/vocabulary.ts';
import { CHANNELS, MODALITIES, WORDINGS } from '#src/domain/vocabulary.ts';

/** Every field narrows; one that is left out does not. Empty lists select nothing. */
export interface PositionSelection {
  /** Day numbers, inclusive, of the statement's date (its first possible day). */
  readonly statedFrom?: number | undefined;
  readonly statedTo?: number | undefined;
  readonly channels?: readonly Channel[] | undefined;
  readonly maxRetellings?: number | undefined;
  readonly wordings?: readonly Wording[] | undefined;
  readonly modalities?: readonly Modality[] | undefined;
  readonly coders?: readonly string[] | undefined;
  /** 1 at the number of each document whose positions are selected. */
  readonly documents?: Uint8Array | undefined;
}

type Keep = (rows: Rows) => Rows;

/** What keeps the rows that pass every field of a selection, in the room of those given to it. */
export function selectPositions(columns: PositionColumns, selection: PositionSelection): Keep {
  const { statedFrom, statedTo, maxRetellings, documents } = selection;
  const kept: Keep[] = [];
  if (statedFrom !== undefined || statedTo !== undefined)
    kept.push((rows) => within(rows, columns.day, statedFrom ?? -Infinity, statedTo ?? Infinity));
  if (maxRetellings !== undefined)
    kept.push((rows) => within(rows, columns.retellings, 0, maxRetellings));
  const among: readonly [Uint8Array | Uint16Array | Int32Array, Uint8Array | undefined][] = [
    [columns.channel, marked(selection.channels, CHANNELS)],
    [columns.wording, marked(selection.wordings, WORDINGS)],
    [columns.modality, marked(selection.modalities, MODALITIES)],
    [columns.coder, marked(selection.coders, columns.coders)],
    [columns.document, documents],
  ];
  for (const [column, wanted] of among)
    if (wanted !== undefined) kept.push((rows) => where(rows, column, wanted));
  return (rows) => kept.reduce((remaining, keep) => keep(remaining), rows);
}

/** 1 at the index of each chosen word. */
function marked<Word extends string>(
  chosen: readonly Word[] | undefined,
  all: readonly Word[],
): Uint8Array | undefined {
  return chosen && Uint8Array.from(all, (word) => Number(chosen.includes(word)));
}

function within(
  rows: Rows,
  column: Uint16Array | Int32Array,
  least: number,
  greatest: number,
): Rows {
  let length = 0;
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] ?? 0;
    const value = column[row] ?? 0;
    // Always written, seldom kept: cheaper than to guess which way each row goes.
    rows[length] = row;
    length += Number(value >= least && value <= greatest);
  }
  return rows.subarray(0, length);
}

function where(
  rows: Rows,
  column: Uint8Array | Uint16Array | Int32Array,
  wanted: Uint8Array,
): Rows {
  let length = 0;
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] ?? 0;
    rows[length] = row;
    length += wanted[column[row] ?? 0] ?? 0;
  }
  return rows.subarray(0, length);
}
