import { stanceCounts } from '#src/app/positions/stance-counts.ts';
import { builder } from '../core/builder.ts';
import { cost, SHORT_LIST } from '../core/cost.ts';
import { PeriodEnum } from '../core/enums.ts';

/** The arguments of a trend. */
export const trendArguments = builder.args((t) => ({
  by: t.field({
    type: PeriodEnum,
    defaultValue: 'YEAR',
    description:
      'Length of a period. By month, positions of which only the year is known are left out.',
  }),
}));

builder.objectType('TrendPoint', {
  description:
    'The positions of a cell, or of a whole comparison, that were stated in one year or month.',
  fields: (t) => ({
    from: t.expose('from', { type: 'Date', description: 'First day of the period.' }),
    to: t.expose('to', { type: 'Date', description: 'Last day of the period.' }),
    count: t.exposeInt('count', { description: 'How many positions it has.' }),
    mean: t.exposeFloat('mean', {
      nullable: true,
      description: 'Their mean stance, from 2 to −2.',
    }),
    median: t.exposeFloat('median', {
      nullable: true,
      description: 'Their median stance, from 2 to −2.',
    }),
    distribution: t.field({
      type: ['StanceCount'],
      description: 'How many stand at each level, from the highest to the lowest.',
      extensions: cost({ items: SHORT_LIST }),
      resolve: ({ distribution }) => stanceCounts(distribution),
    }),
  }),
});
