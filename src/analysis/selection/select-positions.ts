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

/** What a selection keeps. Its days are apart, since rows are sorted by them and need no search. */
export interface Sieve {
  readonly days: Days;
  /** Writes what it keeps to the front of `room`, which may be that of the rows themselves. */
  readonly keep: (rows: Rows, room?: Rows) => Rows;
}

/** Day numbers, inclusive. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

/** Writes those of `rows` that it keeps to the front of `into`, and tells how many. */
type Mesh = (rows: Rows, into: Rows) => number;

/** What keeps the rows that pass every field of a selection, in their order. */
export function selectPositions(columns: PositionColumns, selection: PositionSelection): Sieve {
  const { statedFrom, statedTo, maxRetellings, documents } = selection;
  const meshes: Mesh[] = [];
  if (maxRetellings !== undefined) meshes.push(upTo(columns.retellings, maxRetellings));
  const among: readonly [Uint8Array, Uint8Array | undefined][] = [
    [columns.channel, marked(selection.channels, CHANNELS)],
    [columns.wording, marked(selection.wordings, WORDINGS)],
    [columns.modality, marked(selection.modalities, MODALITIES)],
  ];
  for (const [column, wanted] of among) if (wanted) meshes.push(whereWord(column, wanted));
  const coders = marked(selection.coders, columns.coders);
  if (coders) meshes.push(whereCoder(columns.coder, coders));
  if (documents) meshes.push(whereDocument(columns.document, documents));
  return {
    days: { from: statedFrom ?? -Infinity, to: statedTo ?? Infinity },
    keep: (rows, room) => {
      if (meshes.length === 0) return rows;
      const into = room ?? new Int32Array(rows.length);
      // The first reads the rows as given, each after it what the one before has kept.
      return meshes.reduce((kept, mesh) => into.subarray(0, mesh(kept, into)), rows);
    },
  };
}

/** 1 at the index of each chosen word. */
function marked<Word extends string>(
  chosen: readonly Word[] | undefined,
  all: readonly Word[],
): Uint8Array | undefined {
  return chosen && Uint8Array.from(all, (word) => Number(chosen.includes(word)));
}

function upTo(column: Uint16Array, greatest: number): Mesh {
  return (rows, into) => {
    let length = 0;
    for (let i = 0; i < rows.length; i += 1) {
      const row = rows[i] ?? 0;
      // Always written, not always kept: cheaper than to guess which way each row goes.
      into[length] = row;
      length += Number((column[row] ?? 0) <= greatest);
    }
    return length;
  };
}

// Three of the same, since a loop that has met several kinds of column is slow on each of them.

function whereWord(column: Uint8Array, wanted: Uint8Array): Mesh {
  return (rows, into) => {
    let length = 0;
    for (let i = 0; i < rows.length; i += 1) {
      const row = rows[i] ?? 0;
      into[length] = row;
      length += wanted[column[row] ?? 0] ?? 0;
    }
    return length;
  };
}

function whereCoder(column: Uint16Array, wanted: Uint8Array): Mesh {
  return (rows, into) => {
    let length = 0;
    for (let i = 0; i < rows.length; i += 1) {
      const row = rows[i] ?? 0;
      into[length] = row;
      length += wanted[column[row] ?? 0] ?? 0;
    }
    return length;
  };
}

function whereDocument(column: Int32Array, wanted: Uint8Array): Mesh {
  return (rows, into) => {
    let length = 0;
    for (let i = 0; i < rows.length; i += 1) {
      const row = rows[i] ?? 0;
      into[length] = row;
      length += wanted[column[row] ?? 0] ?? 0;
    }
    return length;
  };
}
