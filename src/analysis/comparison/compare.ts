import type { AffiliationIndex } from '#src/domain/affiliation.ts';
import { isEver } from '#src/domain/dates.ts';
import type { Indices, PositionColumns } from '#src/domain/position-columns.ts';
import { actorPositions, type RollUp } from '../caches/actor-positions.ts';
import { boundsOf, type EntriesByDay, entriesByDay } from '../caches/entries-by-day.ts';
import { entriesByDocument } from '../caches/entries-by-document.ts';
import { uncertainOf } from '../caches/uncertain-positions.ts';
import { type CompiledFilter, keep, uncertainlyReported } from '../selection/compile-filter.ts';
import { unionOfIndices } from '../selection/union-of-indices.ts';
import { type Tally, tallyByDay, tallyByDocument } from './tally.ts';

/** The positions of one actor on one condition, with their tally. */
export interface Cell extends Tally {
  /** Condition number. */
  readonly condition: number;
  /** Indices of the positions, in order of statement; computed on the first call. */
  readonly indices: () => Indices;
  /**
   * Those of them of which it is not certain that they belong to the actor (uncertain-positions.ts), or
   * that their document was written for the reporter.
   */
  readonly uncertain: () => Indices;
}

/**
 * One row of a comparison: the actor's cell for each of `conditions`, in their order, counting the
 * positions that pass the compiled filter. Conditions and actors are numbers of the snapshot;
 * `scale` lists the stance values from the highest to the lowest. A cell without positions has a
 * count of 0.
 */
export function compareActor(
  columns: PositionColumns,
  actor: number,
  conditions: readonly number[],
  scale: readonly number[],
  compiledFilter: CompiledFilter,
  affiliations: AffiliationIndex,
  as: RollUp = 'WHOLE',
): readonly Cell[] {
  return conditions.map((condition) => {
    let found: Indices | null = null;
    const cell = [
      columns,
      actor,
      condition,
      affiliations,
      as,
      compiledFilter.selected.groups,
    ] as const;
    const byDocument = isEver(compiledFilter.days) ? entriesByDocument(...cell) : null;
    const tally =
      byDocument === null
        ? tallyByDay(columns, entriesByDay(...cell), compiledFilter, scale)
        : tallyByDocument(byDocument, compiledFilter, scale);
    const indices = (): Indices =>
      (found ??= filteredIndices(columns, entriesByDay(...cell), compiledFilter));
    // Not from the entries: they would stay in memory.
    const unfiltered = (): Indices =>
      actorPositions(columns, actor, condition, affiliations, compiledFilter.days, as);
    const uncertain = (): Indices =>
      keep(
        columns,
        unionOfIndices([
          uncertainOf(columns, unfiltered, actor, affiliations, as),
          uncertainlyReported(columns, unfiltered, compiledFilter),
        ]),
        compiledFilter,
      );
    return { condition, ...tally, indices, uncertain };
  });
}

function filteredIndices(
  columns: PositionColumns,
  entries: EntriesByDay,
  compiledFilter: CompiledFilter,
): Indices {
  return keep(
    columns,
    entries.indices.subarray(...boundsOf(entries, compiledFilter.days)),
    compiledFilter,
  );
}
