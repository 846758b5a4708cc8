import { createMemo } from '#src/analysis/caches/memoize.ts';
import type { AffiliationIndex } from '#src/domain/affiliation.ts';
import type { Days } from '#src/domain/dates.ts';
import type { Indices, PositionColumns } from '#src/domain/position-columns.ts';
import { firstFrom, holderRanges } from '#src/domain/position-order.ts';
import { speakerSpans } from '#src/domain/spoken-for.ts';

/**
 * Which positions belong to an actor: those of all its parts (`WHOLE`), or those whose party it is
 * (`PARTY`).
 */
export type RollUp = 'WHOLE' | 'PARTY';

/**
 * Indices of one actor's positions on one condition, stated on the days: its own, and those whose
 * holder spoke for it on the day of the statement (spoken-for.ts). As `PARTY`, only those whose party it
 * was, so that each position belongs to one party. Positions of one holder on behalf of one actor are in
 * order of statement.
 */
export function actorPositions(
  columns: PositionColumns,
  actor: number,
  condition: number,
  affiliations: AffiliationIndex,
  days: Days,
  as: RollUp = 'WHOLE',
): Indices {
  return indicesInRuns(actorRuns(columns, actor, condition, affiliations, days, as));
}

/**
 * The same positions as runs of indices: run i is from runs[2i] to before runs[2i + 1].
 *
 * Found by binary search: the positions of a holder are a range, and so are those of the days with
 * the same lineage.
 */
function actorRuns(
  columns: PositionColumns,
  actor: number,
  condition: number,
  affiliations: AffiliationIndex,
  days: Days,
  as: RollUp = 'WHOLE',
): Int32Array {
  const runs = runsOf(columns, affiliations).get(condition)?.get(actor) ?? [];
  const chosen = as === 'PARTY' ? runs.filter(({ isParty }) => isParty) : runs;
  const bounds = new Int32Array(2 * chosen.length);
  let length = 0;
  for (const { start, end, from, to } of chosen) {
    if (from > days.to || to < days.from) continue;
    const first = days.from <= from ? start : firstFrom(columns.day, start, end, days.from);
    bounds[length] = first;
    bounds[length + 1] = days.to >= to ? end : firstFrom(columns.day, first, end, days.to + 1);
    length += 2;
  }
  return bounds.subarray(0, length);
}

function indicesInRuns(runs: Int32Array): Indices {
  let length = 0;
  for (let i = 0; i < runs.length; i += 2) length += (runs[i + 1] ?? 0) - (runs[i] ?? 0);
  const indices = new Int32Array(length);
  let at = 0;
  for (let i = 0; i < runs.length; i += 2) {
    const next = runs[i + 1] ?? 0;
    for (let index = runs[i] ?? 0; index < next; index += 1) {
      indices[at] = index;
      at += 1;
    }
  }
  return indices;
}

/** Indices from `start` to before `end` of a holder that spoke for an actor throughout. */
interface Run {
  readonly start: number;
  readonly end: number;
  /** Days of its first and last position. */
  readonly from: number;
  readonly to: number;
  readonly isParty: boolean;
}

type Runs = ReadonlyMap<number, ReadonlyMap<number, readonly Run[]>>;

const memoize = createMemo<Runs>();

/** Runs by condition, then actor. */
function runsOf(columns: PositionColumns, affiliations: AffiliationIndex): Runs {
  return memoize([columns, affiliations], '', () => findRuns(columns, affiliations));
}

/** The actors that are the party of a position on a condition, each once. */
export function partiesOn(
  columns: PositionColumns,
  condition: number,
  affiliations: AffiliationIndex,
): readonly number[] {
  const byActor = runsOf(columns, affiliations).get(condition) ?? new Map<number, readonly Run[]>();
  return [...byActor].flatMap(([actor, runs]) =>
    runs.some(({ isParty }) => isParty) ? [actor] : [],
  );
}

function findRuns(columns: PositionColumns, affiliations: AffiliationIndex): Runs {
  const runs = new Map<number, Map<number, Run[]>>();
  for (const [condition, ranges] of holderRanges(columns)) {
    const byActor = new Map<number, Run[]>();
    runs.set(condition, byActor);
    for (const range of ranges) {
      for (const { from, to, lineage } of speakerSpans(range, affiliations)) {
        const start = firstFrom(columns.day, range.start, range.end, from);
        const end = firstFrom(columns.day, start, range.end, to + 1);
        if (start === end) continue;
        const days = { from: columns.day[start] ?? 0, to: columns.day[end - 1] ?? 0 };
        for (const actor of new Set(lineage)) {
          const run = { start, end, ...days, isParty: actor === lineage.at(-1) };
          const ofActor = byActor.get(actor);
          if (ofActor) ofActor.push(run);
          else byActor.set(actor, [run]);
        }
      }
    }
  }
  return runs;
}
