import {
  compare,
  comparisonDivergences,
  comparisonGaps,
  comparisonTrend,
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
import { PositionFilter } from '../position/position-filter.ts';
import { ComparisonActors, ComparisonGrouping } from './comparison-actors.ts';
import { trendArguments } from './trend-point.ts';

builder.objectType('Comparison', {
  interfaces: ['Citable'],
  description:
    'Who stands where: a row for each actor, a cell for each condition, and behind each cell the positions that it counts.',
  fields: (t) => ({
    conditions: t.field({
      type: ['Condition'],
      description: 'The columns, in order.',
      extensions: cost({ items: SHORT_LIST }),
      resolve: ({ conditions, query: { corpus } }) =>
        conditions.map((record) => ({ record, corpus })),
    }),
    actorCount: t.exposeInt('actorCount', {
      description: 'How many actors have rows, those beyond `first` included.',
    }),
    rows: t.field({
      type: ['ComparisonRow'],
      description:
        'A row for each actor, in the order asked; if asked by reporter, one for each of them.',
      // Counted at Query.comparison.
      extensions: cost({ items: 1 }),
      resolve: ({ rows }) => [...rows],
    }),
    divergences: t.field({
      type: ['Divergence'],
      description:
        'How far apart the rows stand: every pair of rows on every condition on which both have positions.',
      extensions: cost({ items: SHORT_LIST }),
      resolve: (comparison) => [...comparisonDivergences(comparison)],
    }),
    trend: t.field({
      type: ['TrendPoint'],
      description:
        'The positions of all cells by year or month, in order; one that counts in several cells counts once here. Periods without any are left out.',
      args: trendArguments,
      extensions: cost({ items: SHORT_LIST }),
      resolve: (comparison, { by }) => [...comparisonTrend(comparison, by ?? 'YEAR')],
    }),
    gaps: t.field({
      type: ['ComparisonGap'],
      description: 'The cells without positions, row by row.',
      extensions: cost({ items: SHORT_LIST }),
      resolve: (comparison) => [...comparisonGaps(comparison)],
    }),
  }),
});

builder.objectType('ComparisonRow', {
  description: 'One actor’s stances on every condition.',
  fields: (t) => ({
    actor: t.expose('actor', { type: 'Actor', description: 'Whose row it is.' }),
    reportedBy: t.expose('reportedBy', {
      type: 'Actor',
      nullable: true,
      description:
        'Whose documents it is told by, where the comparison was asked by reporter; else null.',
    }),
    cells: t.field({
      type: ['ComparisonCell'],
      description: 'A cell for each condition, in their order.',
      // Counted at Query.comparison.
      extensions: cost({ items: 1 }),
      resolve: ({ cells }) => [...cells],
    }),
  }),
});

builder.queryFields((t) => ({
  comparison: t.field({
    type: 'Comparison',
    description: 'Where actors stand on each condition, and the positions that show it.',
    args: {
      of: t.arg({
        type: ComparisonActors,
        description: 'Whose rows; the same as actors or groupBy, as one choice.',
      }),
      actors: t.arg.stringList({
        description:
          'Slugs of the actors to compare, a row each: `["united-states", "russia", "hamas"]`. A person, a ministry, a party or a coalition. Either this, groupBy or of.',
      }),
      groupBy: t.arg({
        type: ComparisonGrouping,
        description: 'All actors of a sort instead of named ones.',
      }),
      reportedBy: t.arg.stringList({
        description:
          'A second dimension: each actor’s row once for each of these actors (slugs), of the positions in documents whose author spoke for it. `["hamas", "russia", "united-states"]` tells the stance as each of them tells it.',
      }),
      first: t.arg.int({
        description:
          'Maximum number of actors (≥ 1): named ones in order, grouped ones by number of positions. Default: all.',
      }),
      conditions: t.arg.stringList({
        description: 'Codes of the conditions. Default: all conditions of the codebook.',
      }),
      filter: t.arg({ type: PositionFilter, description: 'Which positions to count.' }),
      ...codebookArgument,
      ...revisionArgument,
    },
    extensions: cost({ items: cellCount }),
    resolve: async (_root, args, context, info) =>
      cited(compare(await context.at(args.revision ?? null), args), info),
  }),
}));

/** Cells of the comparison, at most. */
function cellCount(args: CostArguments, limits: ListLimits): number {
  const { actors, parties, groupBy, first, reportedBy, conditions } = args;
  const requested = lengthOf(actors ?? parties, groupBy ? limits.page : SHORT_LIST);
  const rows = typeof first === 'number' && first > 0 ? Math.min(first, requested) : requested;
  return rows * lengthOf(reportedBy, 1) * lengthOf(conditions, CONDITIONS);
}
