import { stanceCounts } from '#src/app/positions/stance-counts.ts';
import { builder } from '../core/builder.ts';
import { type CostArguments, cost, SHORT_LIST } from '../core/cost.ts';
import { PeriodEnum } from '../core/enums.ts';

/** Arguments of every trend. */
export const trendArguments = builder.args((t) => ({
  by: t.field({
    type: PeriodEnum,
    defaultValue: 'YEAR',
    description: 'Length of a period. With `MONTH`, positions known only to the year are omitted.',
  }),
}));

/** Estimated number of periods with positions. */
export function periodCount({ by }: CostArguments): number {
  return by === 'MONTH' ? 60 : 10;
}

builder.objectType('TrendPoint', {
  description:
    'Positions of a cell or of a whole comparison that were stated in one year or month.',
  fields: (t) => ({
    from: t.expose('from', { type: 'Date', description: 'First day of the period.' }),
    to: t.expose('to', { type: 'Date', description: 'Last day of the period.' }),
    count: t.exposeInt('count', { description: 'Number of positions.' }),
    mean: t.exposeFloat('mean', {
      nullable: true,
      description: 'Mean stance, from 2 to −2. Null without positions.',
    }),
    median: t.exposeFloat('median', {
      nullable: true,
      description: 'Median stance, from 2 to −2. Null without positions.',
    }),
    distribution: t.field({
      type: ['StanceCount'],
      description: 'Number of positions at each level of the stance scale, highest level first.',
      extensions: cost({ items: SHORT_LIST }),
      resolve: ({ distribution }) => stanceCounts(distribution),
    }),
  }),
});
