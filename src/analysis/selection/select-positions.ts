import {
  documentLimit,
  type PositionColumns,
  type PositionKind,
  type Rows,
} from '#src/domain/position-columns.ts';
import type { Channel, Modality, Wording } from '#src/domain/vocabulary.ts';

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

/** What a selection lets through: a position passes whose day, kind and document all do. */
export interface Sieve {
  readonly days: Days;
  /** At the index of each kind of position 0 if it does not pass, else PASSES and its level. */
  readonly kinds: Uint8Array;
  /** 1 at the number of each document that passes. */
  readonly documents: Uint8Array;
  /** Whether only one in eight documents passes, or fewer. */
  readonly fewDocuments: boolean;
  /** Whether all of both pass. */
  readonly isOpen: boolean;
}

/** Added to the level of a stance, which is its distance from the lowest of all. */
export const PASSES_BIT = 3;
export const PASSES = 1 << PASSES_BIT;
export const LOWEST_STANCE = -2;

/** Day numbers, inclusive. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

export function selectPositions(columns: PositionColumns, selection: PositionSelection): Sieve {
  const { statedFrom, statedTo, documents } = selection;
  const kinds = new Uint8Array(columns.kinds.length);
  let isOpen = documents === undefined;
  let index = 0;
  for (const kind of columns.kinds) {
    const passes = isAskedFor(kind, selection);
    if (passes) kinds[index] = PASSES + kind.stance - LOWEST_STANCE;
    isOpen &&= passes;
    index += 1;
  }
  return {
    days: { from: statedFrom ?? -Infinity, to: statedTo ?? Infinity },
    kinds,
    documents: documents ?? everyDocument(columns),
    fewDocuments: documents !== undefined && areFew(documents),
    isOpen,
  };
}

function isAskedFor(kind: PositionKind, asked: PositionSelection): boolean {
  return (
    (asked.channels === undefined || asked.channels.includes(kind.channel)) &&
    (asked.wordings === undefined || asked.wordings.includes(kind.wording)) &&
    (asked.modalities === undefined || asked.modalities.includes(kind.modality)) &&
    (asked.coders === undefined || asked.coders.includes(kind.coder)) &&
    (asked.maxRetellings === undefined || kind.retellings <= asked.maxRetellings)
  );
}

/** What passes both the sieve and a selection of documents. */
export function alsoIn(sieve: Sieve, documents: Uint8Array): Sieve {
  const both = new Uint8Array(documents.length);
  for (let number = 0; number < both.length; number += 1)
    both[number] = (documents[number] ?? 0) & (sieve.documents[number] ?? 0);
  return { ...sieve, documents: both, fewDocuments: areFew(both), isOpen: false };
}

function areFew(documents: Uint8Array): boolean {
  let count = 0;
  for (let number = 0; number < documents.length; number += 1) count += documents[number] ?? 0;
  return count * 8 <= documents.length;
}

/** Those of the rows whose kind and document pass. Their days are for the caller, who has them sorted. */
export function keep(columns: PositionColumns, rows: Rows, sieve: Sieve): Rows {
  if (sieve.isOpen) return rows;
  const { kinds, documents } = sieve;
  const { kind, document } = columns;
  const kept = new Int32Array(rows.length);
  let length = 0;
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] ?? 0;
    // Always written, not always kept: cheaper than to guess which way each row goes.
    kept[length] = row;
    length += ((kinds[kind[row] ?? 0] ?? 0) >>> PASSES_BIT) & (documents[document[row] ?? 0] ?? 0);
  }
  return kept.subarray(0, length);
}

const everyDocuments = new WeakMap<PositionColumns, Uint8Array>();

function everyDocument(columns: PositionColumns): Uint8Array {
  const known = everyDocuments.get(columns);
  if (known !== undefined) return known;
  const every = new Uint8Array(documentLimit(columns)).fill(1);
  everyDocuments.set(columns, every);
  return every;
}
