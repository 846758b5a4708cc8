/** Positions laid out for comparison in pairs: each condition apart, in order of date, then id. */
import { type AffiliationIndex, lineage } from '#src/domain/affiliation.ts';
import type { PositionColumns, Rows } from '#src/domain/position-columns.ts';
import type { ActorKind } from '#src/domain/vocabulary.ts';
import { type Profile, profileOf } from './discrepancy-kinds.ts';

/** Place i of every array is one position. */
export interface ComparablePositions {
  /** Rows of the columns. */
  readonly rows: Int32Array;
  readonly condition: Int32Array;
  /** Day number of the date as given: of a month or year, its first day. */
  readonly day: Int32Array;
  readonly holder: Int32Array;
  readonly profile: Uint8Array;
  /** What a person or office was part of on the day of the statement: organisations and states. */
  readonly parties: readonly (readonly number[])[];
}

const NONE: readonly number[] = [];

/** @param conditions in the order in which they are compared */
export function comparablePositions(
  columns: PositionColumns,
  selected: Rows,
  conditions: readonly number[],
  affiliations: AffiliationIndex,
  kindOf: (actor: number) => ActorKind,
): ComparablePositions {
  const place = new Map(conditions.map((condition, i) => [condition, i]));
  const placeOf = (row: number): number => place.get(columns.condition[row] ?? -1) ?? -1;
  const rows = Int32Array.from(selected).toSorted(
    (a, b) =>
      placeOf(a) - placeOf(b) ||
      (columns.day[a] ?? 0) - (columns.day[b] ?? 0) ||
      (columns.id[a] ?? 0) - (columns.id[b] ?? 0),
  );
  return {
    rows,
    condition: rows.map((row) => columns.condition[row] ?? 0),
    day: rows.map((row) => columns.day[row] ?? 0),
    holder: rows.map((row) => columns.holder[row] ?? 0),
    profile: Uint8Array.from(rows, (row): Profile => profileOf(columns, row)),
    parties: Array.from(rows, (row) => {
      const holder = columns.holder[row] ?? 0;
      if (!isPerson(kindOf(holder))) return NONE;
      const line = lineage(holder, columns.day[row] ?? 0, affiliations);
      return line.filter((actor) => isBody(kindOf(actor)));
    }),
  };
}

/** Whether one of the two holders is a person or office, and the other what it was part of. */
export function isPersonVsParty(
  { holder, parties }: ComparablePositions,
  a: number,
  b: number,
): boolean {
  return (
    (parties[a] ?? NONE).includes(holder[b] ?? -1) || (parties[b] ?? NONE).includes(holder[a] ?? -1)
  );
}

function isPerson(kind: ActorKind): boolean {
  return kind === 'PERSON' || kind === 'OFFICE';
}

function isBody(kind: ActorKind): boolean {
  return kind === 'ORGANISATION' || kind === 'STATE';
}
