import { uncertainPartyCount } from '#src/app/comparison/comparison.ts';
import { stanceCounts } from '#src/app/positions/stance-counts.ts';
import { builder } from '../core/builder.ts';
import { cost, SHORT_LIST } from '../core/cost.ts';
import { positionConnection } from '../position/position-list.ts';
import { UNCERTAIN_PARTY } from '../position/uncertain-party.ts';
import { periodCount, trendArguments } from './trend-point.ts';

builder.objectType('ComparisonCell', {
  description:
    'Positions of one actor on one condition: its own, and those of holders that spoke for it on the day of the statement.',
  fields: (t) => ({
    actor: t.expose('actor', { type: 'Actor', description: 'Actor of the row.' }),
    reportedBy: t.expose('reportedBy', {
      type: 'Actor',
      nullable: true,
      description: 'Reporting actor of the row, when `reportedBy` is given; otherwise null.',
    }),
    condition: t.field({
      type: 'Condition',
      description: 'Condition of the column.',
      resolve: ({ condition, corpus }) => ({ record: condition, corpus }),
    }),
    count: t.exposeInt('count', { description: 'Number of positions.' }),
    documentCount: t.exposeInt('documentCount', {
      description: 'Number of documents in which the positions are found.',
    }),
    distribution: t.field({
      type: ['StanceCount'],
      description: 'Number of positions at each level of the stance scale, highest level first.',
      extensions: cost({ items: SHORT_LIST }),
      resolve: ({ distribution }) => stanceCounts(distribution),
    }),
    median: t.exposeFloat('median', {
      nullable: true,
      description:
        'Median stance, from 2 to −2: the middle position, or the midpoint between the middle two. Null without positions.',
    }),
    mean: t.exposeFloat('mean', {
      nullable: true,
      description:
        'Mean stance, from 2 to −2, treating the levels as equally spaced. Null without positions.',
    }),
    agreement: t.exposeFloat('agreement', {
      nullable: true,
      description:
        "Van der Eijk's agreement A (2001), from −1 to 1: 1 if all positions share one level, 0 if they are spread evenly over the scale, −1 if half are at each end. Null without positions.",
    }),
    publicPrivateGap: t.exposeFloat('publicPrivateGap', {
      nullable: true,
      description:
        'Mean stance in public minus mean stance in private or internal channels, from −4 to 4: positive if more favourable in public. Null unless both groups have positions.',
    }),
    uncertainPartyCount: t.int({
      description: UNCERTAIN_PARTY,
      extensions: cost({ own: 2 }),
      resolve: (cell) => uncertainPartyCount([cell]),
    }),
    trend: t.field({
      type: ['TrendPoint'],
      description:
        "The cell's positions by year or month, in order. Periods without positions are omitted.",
      args: trendArguments,
      extensions: cost({ items: periodCount }),
      resolve: (cell, { by }) => [...cell.trend(by ?? 'YEAR')],
    }),
    earliest: t.expose('earliest', {
      type: 'Position',
      nullable: true,
      description: 'First position in order of statement. Null without positions.',
    }),
    latest: t.expose('latest', {
      type: 'Position',
      nullable: true,
      description: 'Last position in order of statement. Null without positions.',
    }),
    positions: t.connection({
      type: 'Position',
      description: 'Positions counted in the cell, in order of statement.',
      resolve: ({ positions, corpus }, args) => positionConnection(corpus, positions, args),
    }),
  }),
});
