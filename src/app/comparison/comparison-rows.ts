/** Chooses the rows of a comparison and their order, and fills their cells. */

import { parties } from '#src/analysis/caches/parties.ts';
import { compareActor } from '#src/analysis/comparison/compare.ts';
import { countPositions } from '#src/analysis/comparison/count-positions.ts';
import { alsoIn } from '#src/analysis/selection/compile-filter.ts';
import type {
  ActorRecord,
  AtRevision,
  ConditionRecord,
  CorpusSnapshot,
} from '#src/domain/corpus-snapshot.ts';
import { Failure } from '#src/domain/failure.ts';
import { actorAt, actorsBySlug } from '../lookup/actors.ts';
import { conditionAt } from '../lookup/codebooks.ts';
import { compilePositionFilter, type PositionFilter } from '../positions/position-filter.ts';
import { ComparisonCell } from './comparison-cell.ts';

/** Rows of a comparison. Exactly one of `actors`, `parties` and `groupBy` is required. */
export interface ComparisonRowsInput {
  /** Slugs: a row each, with the positions of everyone who was part of the actor. */
  readonly actors?: readonly string[] | null | undefined;
  /** Slugs: a row each, with the positions whose party it was. */
  readonly parties?: readonly string[] | null | undefined;
  /** Every party that has positions, those with the most first. */
  readonly groupBy?: 'PARTY' | null | undefined;
  /** Slugs: each actor's row is repeated for the documents of each of these. */
  readonly reportedBy?: readonly string[] | null | undefined;
  readonly filter?: PositionFilter | null | undefined;
  /** Maximum number of actors (≥ 1). */
  readonly first?: number | null | undefined;
}

/** One actor, as reported by one actor where that was requested, with a cell for each condition. */
export interface ComparisonRow {
  readonly actor: AtRevision<ActorRecord>;
  readonly reportedBy: AtRevision<ActorRecord> | null;
  readonly cells: readonly ComparisonCell[];
}

/** Maximum rows of one comparison: more than a page can show, and fast enough not to delay other requests. */
export const MAX_ROWS = 1000;

/** The rows, and the number of actors including those beyond `first`. Throws `BAD_INPUT` and `UNKNOWN_ACTOR`. */
export function comparisonRows(
  corpus: CorpusSnapshot,
  conditions: readonly ConditionRecord[],
  scale: readonly number[],
  input: ComparisonRowsInput,
): { readonly rows: readonly ComparisonRow[]; readonly actorCount: number } {
  const conditionIds = conditions.map(({ id }) => id);
  const actors = actorIds(corpus, conditionIds, input);
  const reporters = reporterFilters(corpus, input);
  const first = maxActors(input);
  const assertAffordable = (shown: number): void => {
    const rows = Math.min(shown, first ?? Infinity) * reporters.length;
    if (rows <= MAX_ROWS) return;
    throw new Failure(
      'BAD_INPUT',
      `The comparison has ${rows} rows; the maximum is ${MAX_ROWS}. Name fewer actors, or ask for the first ones.`,
      { input: [input.groupBy ? 'first' : 'actors'] },
    );
  };
  const rollUp = input.actors ? 'WHOLE' : 'PARTY';
  const { positions, partOf } = corpus;
  const rowsOf = (id: number): readonly ComparisonRow[] =>
    reporters.map(({ reportedBy, compiledFilter }) => {
      const actor = actorAt(corpus, id);
      const cells = compareActor(
        positions,
        id,
        conditionIds,
        scale,
        compiledFilter,
        partOf,
        rollUp,
      ).map((cell) => {
        const condition = conditionAt(corpus, cell.condition).record;
        return new ComparisonCell(cell, { actor, reportedBy, condition, scale });
      });
      return { actor, reportedBy, cells };
    });
  if (!input.groupBy) {
    assertAffordable(actors.length);
    return { rows: actors.slice(0, first).flatMap(rowsOf), actorCount: actors.length };
  }
  const ranked = rankByPositions(
    actors.map((id) => {
      const counts = reporters.map(({ compiledFilter }) =>
        countPositions(positions, id, conditionIds, compiledFilter, partOf, rollUp),
      );
      const { slug } = actorAt(corpus, id).record;
      if (allKnown(counts)) return { slug, count: sum(counts), rows: () => rowsOf(id) };
      const rows = rowsOf(id);
      return { slug, count: countRows(rows), rows: () => rows };
    }),
  );
  assertAffordable(ranked.length);
  return {
    rows: ranked.slice(0, first).flatMap(({ rows }) => rows()),
    actorCount: ranked.length,
  };
}

/** The requested maximum of actors; undefined if there is none. */
function maxActors({ first }: ComparisonRowsInput): number | undefined {
  if (first === null || first === undefined || first > 0) return first ?? undefined;
  throw new Failure('BAD_INPUT', `first is ${first}; it must be at least 1.`, {
    input: ['first'],
  });
}

function actorIds(
  corpus: CorpusSnapshot,
  conditions: readonly number[],
  input: ComparisonRowsInput,
): readonly number[] {
  if (input.actors && input.groupBy) {
    throw new Failure('BAD_INPUT', 'Give either actors or groupBy, not both.', {
      input: ['groupBy'],
    });
  }
  if (input.groupBy) return parties(corpus.positions, conditions, corpus.partOf);
  if (input.actors) return actorsBySlug(corpus, input.actors, ['actors']);
  if (input.parties) return actorsBySlug(corpus, input.parties, ['of', 'parties']);
  throw new Failure(
    'BAD_INPUT',
    'A comparison needs actors, such as actors: ["russia", "hamas"], or groupBy: PARTY.',
    { input: ['actors'] },
  );
}

/** The filter of each row of an actor: one, or one for each reporting actor. */
function reporterFilters(corpus: CorpusSnapshot, { filter, reportedBy }: ComparisonRowsInput) {
  const compiledFilter = compilePositionFilter(corpus, filter);
  if (!reportedBy) return [{ reportedBy: null, compiledFilter }];
  return actorsBySlug(corpus, reportedBy, ['reportedBy']).map((id) => {
    const reporter = actorAt(corpus, id);
    const { selected } = compilePositionFilter(corpus, { reportedBy: [reporter.record.slug] });
    return { reportedBy: reporter, compiledFilter: alsoIn(compiledFilter, selected) };
  });
}

/** An actor and its number of positions; `rows` fills them where that was not needed to count. */
interface RankedActor {
  readonly slug: string;
  readonly count: number;
  readonly rows: () => readonly ComparisonRow[];
}

/** The actors with positions, by descending number, then by slug. */
function rankByPositions(actors: readonly RankedActor[]): readonly RankedActor[] {
  return actors
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count || (a.slug < b.slug ? -1 : 1));
}

function allKnown(counts: readonly (number | null)[]): counts is readonly number[] {
  return !counts.includes(null);
}

function countRows(rows: readonly ComparisonRow[]): number {
  return sum(rows.flatMap(({ cells }) => cells.map(({ count }) => count)));
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
