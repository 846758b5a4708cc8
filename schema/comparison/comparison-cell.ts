import { stanceCounts } from '#src/app/positions/stance-counts.ts';
import { builder } from '../core/builder.ts';
import { cost, SHORT_LIST } from '../core/cost.ts';
import { positionConnection } from '../position/position-list.ts';
import { trendArguments } from './trend-point.ts';

builder.objectType('ComparisonCell', {
  description:
    'The positions of one actor on one condition: those it holds itself, and those whose holder spoke for it on the day of the statement.',
  fields: (t) => ({
    actor: t.expose('actor', { type: 'Actor', description: 'Whose row it is in.' }),
    reportedBy: t.expose('reportedBy', {
      type: 'Actor',
      nullable: true,
      description:
        'Whose documents its row is told by, where the comparison was asked by reporter.',
    }),
    condition: t.field({
      type: 'Condition',
      description: 'Whose column it is in.',
      resolve: ({ condition, corpus }) => ({ record: condition, corpus }),
    }),
    count: t.exposeInt('count', { description: 'How many positions it gathers.' }),
    documentCount: t.exposeInt('documentCount', {
      description: 'In how many documents they were found.',
    }),
    distribution: t.field({
      type: ['StanceCount'],
      description: 'How many stand at each level of the scale, from the highest to the lowest.',
      extensions: cost({ items: SHORT_LIST }),
      resolve: ({ distribution }) => stanceCounts(distribution),
    }),
    median: t.exposeFloat('median', {
      nullable: true,
      description:
        'Median stance, from 2 to −2: the middle position, or halfway between the two in the middle. Null without positions.',
    }),
    mean: t.exposeFloat('mean', {
      nullable: true,
      description:
        'Mean stance, from 2 to −2, taking the steps of the scale as equal. Null without positions.',
    }),
    agreement: t.exposeFloat('agreement', {
      nullable: true,
      description:
        'Agreement A of van der Eijk (2001): 1 where all positions stand at one level, 0 where they are spread evenly over the scale, −1 where half stand at each end. Null without positions.',
    }),
    publicPrivateGap: t.exposeFloat('publicPrivateGap', {
      nullable: true,
      description:
        'Mean stance in public less the mean behind closed doors (private or internal), from −4 to 4: above 0, more favourable in public. Null unless there are positions on both sides.',
    }),
    trend: t.field({
      type: ['TrendPoint'],
      description:
        'The same positions by year or month, in order; periods without any are left out.',
      args: trendArguments,
      extensions: cost({ items: SHORT_LIST }),
      resolve: (cell, { by }) => [...cell.trend(by ?? 'YEAR')],
    }),
    earliest: t.expose('earliest', {
      type: 'Position',
      nullable: true,
      description: 'The position stated first; null without positions.',
    }),
    latest: t.expose('latest', {
      type: 'Position',
      nullable: true,
      description: 'The position stated last; null without positions.',
    }),
    positions: t.connection({
      type: 'Position',
      description: 'The positions behind the figures, in order of statement.',
      resolve: ({ positions, corpus }, args) => positionConnection(corpus, positions, args),
    }),
  }),
});
