import {
  compare,
  comparisonDivergences,
  comparisonGaps,
  comparisonTrend,
  uncertainPartyCount,
} from '#src/app/comparison/comparison.ts';
import { codebookArgument, revisionArgument } from '../core/arguments.ts';
import { builder } from '../core/builder.ts';
import { cited } from '../core/cited.ts';
import {
  CONDITIONS,
  type CostArguments,
  cost,
  type ListLimits,
  lengthOf,
  SHORT_LIST,
} from '../core/cost.ts';
import { UNSETTLED } from '../core/unsettled.ts';
import { PositionFilter } from '../position/position-filter.ts';
import { UNCERTAIN_PARTY } from '../position/uncertain-party.ts';
import { ComparisonActors, ComparisonGrouping } from './comparison-actors.ts';
import { periodCount, trendArguments } from './trend-point.ts';

builder.objectType('Comparison', {
  interfaces: ['Citable'],
  description:
    'Stances of actors on conditions: a row for each actor, a cell for each condition, and the positions counted in each cell.',
  fields: (t) => ({
    conditions: t.field({
      type: ['Condition'],
      description: 'Columns, in order.',
      extensions: cost({ items: SHORT_LIST }),
      resolve: ({ conditions, query: { corpus } }) =>
        conditions.map((record) => ({ record, corpus })),
    }),
    actorCount: t.exposeInt('actorCount', {
      description: 'Number of actors with rows, including those beyond `first`.',
    }),
    rows: t.field({
      type: ['ComparisonRow'],
      description:
        'A row for each actor, in the requested order; with `reportedBy`, a row for each actor and reporting actor.',
      // Priced at Query.comparison.
      extensions: cost({ items: 1 }),
      resolve: ({ rows }) => [...rows],
    }),
    divergences: t.field({
      type: ['Divergence'],
      description:
        'Distances between rows: each pair of rows on each condition on which both have positions.',
      extensions: cost({ items: distancesPerCell }),
      resolve: (comparison) => [...comparisonDivergences(comparison)],
    }),
    trend: t.field({
      type: ['TrendPoint'],
      description:
        'Positions of all cells by year or month, in order. A position in several cells counts once. Periods without positions are omitted.',
      args: trendArguments,
      extensions: cost({ own: 20, items: periodCount }),
      resolve: (comparison, { by }) => [...comparisonTrend(comparison, by ?? 'YEAR')],
    }),
    unsettledDocumentCount: t.int({
      ...UNSETTLED,
      resolve: ({ unsettledDocumentCount }) => unsettledDocumentCount(),
    }),
    uncertainPartyCount: t.int({
      description: `${UNCERTAIN_PARTY} In any cell; each position once.`,
      extensions: cost({ own: 20 }),
      resolve: ({ rows }) => uncertainPartyCount(rows.flatMap(({ cells }) => cells)),
    }),
    gaps: t.field({
      type: ['ComparisonGap'],
      description: 'Cells without positions, row by row.',
      extensions: cost({ items: SHORT_LIST }),
      resolve: (comparison) => [...comparisonGaps(comparison)],
    }),
  }),
});

builder.objectType('ComparisonRow', {
  description: 'Stances of one actor on every condition.',
  fields: (t) => ({
    actor: t.expose('actor', { type: 'Actor', description: 'Actor of the row.' }),
    reportedBy: t.expose('reportedBy', {
      type: 'Actor',
      nullable: true,
      description: 'Reporting actor, when `reportedBy` is given; otherwise null.',
    }),
    uncertainPartyCount: t.int({
      description: `${UNCERTAIN_PARTY} In any cell of the row.`,
      extensions: cost({ own: 5 }),
      resolve: ({ cells }) => uncertainPartyCount(cells),
    }),
    cells: t.field({
      type: ['ComparisonCell'],
      description: 'A cell for each condition, in order of the columns.',
      // Priced at Query.comparison.
      extensions: cost({ items: 1 }),
      resolve: ({ cells }) => [...cells],
    }),
  }),
});

builder.queryFields((t) => ({
  comparison: t.field({
    type: 'Comparison',
    description: 'Compares the stances of actors on conditions.',
    args: {
      of: t.arg({
        type: ComparisonActors,
        description: 'Rows of the comparison, in place of `actors` or `groupBy`.',
      }),
      actors: t.arg.stringList({
        description:
          'Slugs of the actors to compare, one row each: `["united-states", "russia", "hamas"]`. Persons, offices, organisations, parties or coalitions. Give exactly one of `actors`, `groupBy` and `of`.',
      }),
      groupBy: t.arg({
        type: ComparisonGrouping,
        description: 'Grouping of positions into rows, in place of named actors.',
      }),
      reportedBy: t.arg.stringList({
        description:
          'Slugs of reporting actors: the row of each actor is split by document author, one row for each reporting actor, counting documents whose author spoke for it. `["hamas", "russia", "united-states"]` compares their accounts of the same actors.',
      }),
      first: t.arg.int({
        description:
          'Maximum number of actors, 1 or more: named actors in order, grouped ones by number of positions. Default: all.',
      }),
      conditions: t.arg.stringList({
        description: 'Codes of the conditions. Default: all conditions of the codebook.',
      }),
      filter: t.arg({ type: PositionFilter, description: 'Positions to count.' }),
      ...codebookArgument,
      ...revisionArgument,
    },
    extensions: cost({ items: cellCount }),
    resolve: async (_root, args, context, info) =>
      cited(compare(await context.at(args.revision), args), info),
  }),
}));

/** Maximum number of cells of the comparison. */
function cellCount(args: CostArguments, limits: ListLimits): number {
  const { actors, parties, groupBy, first, reportedBy, conditions } = args;
  const requested = lengthOf(actors ?? parties, groupBy ? limits.rows : SHORT_LIST);
  const rows = typeof first === 'number' && first > 0 ? Math.min(first, requested) : requested;
  return rows * lengthOf(reportedBy, 1) * lengthOf(conditions, CONDITIONS);
}

/** Distances for each cell of the comparison around them: a row has one to every other, counted once. */
function distancesPerCell(_args: CostArguments, _limits: ListLimits, cells: number): number {
  return Math.max(SHORT_LIST, cells / CONDITIONS / 2);
}
