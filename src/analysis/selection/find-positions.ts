import type { AffiliationIndex } from '#src/domain/affiliation.ts';
import type { Days } from '#src/domain/dates.ts';
import type { Indices, PositionColumns } from '#src/domain/position-columns.ts';
import {
  firstFrom,
  holderRanges,
  indicesOfDocument,
  indicesStatedBetween,
  inOrderOfStatement,
} from '#src/domain/position-order.ts';
import { actorPositions } from '../caches/actor-positions.ts';
import { type CompiledFilter, keep } from './compile-filter.ts';

/** Where to find positions. An absent field does not restrict; an empty list finds nothing. */
export interface Within {
  /** Held by these actors, or by actors that were part of them on the day of the statement. */
  readonly actors?: readonly number[] | undefined;
  readonly conditions?: readonly number[] | undefined;
  readonly document?: number | undefined;
}

/** Indices of the positions there that pass the filter, in order of statement, each once. */
export function findPositions(
  columns: PositionColumns,
  { actors, conditions, document }: Within,
  compiledFilter: CompiledFilter,
  affiliations: AffiliationIndex,
): Indices {
  const { days } = compiledFilter;
  const kept = (indices: Indices): Indices => keep(columns, indices, compiledFilter);
  if (document !== undefined) {
    const { day } = columns;
    const inTime = (index: number): boolean =>
      (day[index] ?? 0) >= days.from && (day[index] ?? 0) <= days.to;
    return kept(indicesOfDocument(columns, document).filter(inTime));
  }
  if (!actors && !conditions) return kept(indicesStatedBetween(columns, days.from, days.to));
  const among = conditions ?? [...holderRanges(columns).keys()];
  const parts = among.flatMap((condition) =>
    actors
      ? actors.map((actor) => kept(actorPositions(columns, actor, condition, affiliations, days)))
      : (holderRanges(columns)
          .get(condition)
          ?.map(({ start, end }) => kept(stated(columns, start, end, days))) ?? []),
  );
  const indices = inOrderOfStatement(columns, concatenate(parts));
  // Actors may include one that is part of another.
  return (actors?.length ?? 0) > 1
    ? indices.filter((index, i) => i === 0 || index !== indices[i - 1])
    : indices;
}

/** Indices within a holder's range that were stated on the days. */
function stated(columns: PositionColumns, start: number, end: number, days: Days): Indices {
  const first = firstFrom(columns.day, start, end, days.from);
  const next = firstFrom(columns.day, first, end, days.to + 1);
  return Int32Array.from({ length: next - first }, (_, i) => first + i);
}

function concatenate(parts: readonly Indices[]): Indices {
  const all = new Int32Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
