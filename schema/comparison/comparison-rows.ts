/** Whose rows a comparison has, and in which order. */

import { parties } from '#src/analysis/caches/parties.ts';
import { compareActor } from '#src/analysis/comparison/compare.ts';
import { countPositions } from '#src/analysis/comparison/count-positions.ts';
import { alsoIn } from '#src/analysis/selection/compile-filter.ts';
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { Failure } from '#src/domain/failure.ts';
import { builder } from '../core/builder.ts';
import { actorsBySlug } from '../core/lookup.ts';
import { actorIn, conditionIn, type Models } from '../core/models.ts';
import { compilePositionFilter, type PositionFilter } from '../position/position-filter.ts';

export const ComparisonGrouping = builder.enumType('ComparisonGrouping', {
  description: 'Whose rows a comparison has, where they are not named.',
  values: {
    PARTY: {
      description:
        'Every party of a holder of one of the positions counted, those with the most positions first.',
    },
  },
});

export const ComparisonActors = builder.inputType('ComparisonActors', {
  isOneOf: true,
  description:
    'Whose rows a comparison has: named actors, or all of a sort. Exactly one of the three.',
  fields: (t) => ({
    actors: t.stringList({
      description: 'Slugs of the actors, a row each: `["united-states", "russia", "hamas"]`.',
    }),
    parties: t.stringList({
      description:
        'Slugs of parties, a row each as `groupBy: PARTY` has it: of the positions whose party it was on the day. A party that was part of another counts for that one then, which `actors` counts for both.',
    }),
    groupBy: t.field({ type: ComparisonGrouping, description: 'All actors of a sort.' }),
  }),
});

interface RowArguments {
  readonly actors?: readonly string[] | null | undefined;
  readonly parties?: readonly string[] | null | undefined;
  readonly groupBy?: typeof ComparisonGrouping.$inferType | null | undefined;
  readonly reportedBy?: readonly string[] | null | undefined;
  readonly filter?: typeof PositionFilter.$inferInput | null | undefined;
  readonly first?: number | null | undefined;
}

/** Rows that one comparison may have: more than a page can show, fewer than would hold up others. */
const MAX_ROWS = 1000;

/** The rows of one actor: one, or one for each reporter. */
type ActorRows = Models['Comparison']['rows'];

export function comparisonRows(
  corpus: CorpusSnapshot,
  conditions: Models['Comparison']['conditions'],
  scale: readonly number[],
  args: RowArguments,
): Pick<Models['Comparison'], 'rows' | 'actorCount'> {
  const conditionIds = conditions.map(({ id }) => id);
  const actors = rowActors(corpus, conditionIds, args);
  const reporters = reportersOf(corpus, args);
  const first = firstOf(args);
  if (actors.length * reporters.length > MAX_ROWS) {
    throw new Failure(
      'BAD_INPUT',
      `The comparison would have ${actors.length * reporters.length} rows; ${MAX_ROWS} are the most. Name fewer actors.`,
      { input: ['actors'] },
    );
  }
  const as = args.actors ? 'WHOLE' : 'PARTY';
  const rowsOf = (id: number): ActorRows =>
    reporters.map(({ reportedBy, compiledFilter }) => {
      const actor = actorIn(corpus, id);
      const { positions, partOf } = corpus;
      const cells = compareActor(
        positions,
        id,
        conditionIds,
        scale,
        compiledFilter,
        partOf,
        as,
      ).map((cell) => {
        const condition = conditionIn(corpus, cell.condition).row;
        return { ...cell, corpus, actor, reportedBy, condition, scale };
      });
      return { actor, reportedBy, cells };
    });
  if (!args.groupBy)
    return { rows: actors.slice(0, first).flatMap(rowsOf), actorCount: actors.length };
  const ranked = byPositions(
    actors.map((id) => {
      const counts = reporters.map(({ compiledFilter }) =>
        countPositions(corpus.positions, id, conditionIds, compiledFilter, corpus.partOf, as),
      );
      const { slug } = actorIn(corpus, id).row;
      if (isKnown(counts)) return { slug, count: sum(counts), rows: () => rowsOf(id) };
      const rows = rowsOf(id);
      return { slug, count: positionsOf(rows), rows: () => rows };
    }),
  );
  return {
    rows: ranked.slice(0, first).flatMap(({ rows }) => rows()),
    actorCount: ranked.length,
  };
}

function firstOf({ first }: RowArguments): number {
  if (first === null || first === undefined) return MAX_ROWS;
  if (first > 0) return first;
  throw new Failure('BAD_INPUT', `first is ${first}; it must be at least 1.`, {
    input: ['first'],
  });
}

function rowActors(
  corpus: CorpusSnapshot,
  conditions: readonly number[],
  { actors, parties: named, groupBy }: RowArguments,
): readonly number[] {
  if (actors && groupBy) {
    throw new Failure('BAD_INPUT', 'Give either actors or groupBy, not both.', {
      input: ['groupBy'],
    });
  }
  if (groupBy) return parties(corpus.positions, conditions, corpus.partOf);
  if (actors) return actorsBySlug(corpus, actors, ['actors']);
  if (named) return actorsBySlug(corpus, named, ['of', 'parties']);
  throw new Failure(
    'BAD_INPUT',
    'A comparison needs actors, as actors: ["russia", "hamas"], or groupBy: PARTY.',
    { input: ['actors'] },
  );
}

/** What each row's positions have to pass: the filter alone, or the filter and a reporter each. */
function reportersOf(corpus: CorpusSnapshot, { filter, reportedBy }: RowArguments) {
  const compiledFilter = compilePositionFilter(corpus, filter);
  if (!reportedBy) return [{ reportedBy: null, compiledFilter }];
  return actorsBySlug(corpus, reportedBy, ['reportedBy']).map((id) => {
    const reporter = actorIn(corpus, id);
    const told = compilePositionFilter(corpus, { reportedBy: [reporter.row.slug] });
    return { reportedBy: reporter, compiledFilter: alsoIn(compiledFilter, told.selected) };
  });
}

/** An actor whose rows are worked out only if they are shown, where their count is known before. */
interface Ranked {
  readonly slug: string;
  readonly count: number;
  readonly rows: () => ActorRows;
}

/** The actors that have any positions, those with the most first. */
function byPositions(actors: readonly Ranked[]): readonly Ranked[] {
  return actors
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count || (a.slug < b.slug ? -1 : 1));
}

function isKnown(counts: readonly (number | null)[]): counts is readonly number[] {
  return !counts.includes(null);
}

function positionsOf(rows: ActorRows): number {
  return sum(rows.flatMap(({ cells }) => cells.map(({ count }) => count)));
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
