import { total } from '#src/analysis/comparison/distribution.ts';
import { mean } from '#src/analysis/comparison/mean.ts';
import { median } from '#src/analysis/comparison/median.ts';
import { isoDay } from '#src/domain/dates.ts';
import { builder } from '../core/builder.ts';
import { stanceCounts } from '../position/stance-count.ts';

builder.objectType('TrendPoint', {
  description:
    'The positions of a cell, or of a whole comparison, that were stated in one year or month.',
  fields: (t) => ({
    from: t.field({
      type: 'Date',
      description: 'First day of the period.',
      resolve: ({ from }) => isoDay(from),
    }),
    to: t.field({
      type: 'Date',
      description: 'Last day of the period.',
      resolve: ({ to }) => isoDay(to),
    }),
    count: t.int({
      description: 'How many positions it has.',
      resolve: ({ distribution }) => total(distribution),
    }),
    mean: t.float({
      nullable: true,
      description: 'Their mean stance, from 2 to −2.',
      resolve: ({ distribution }) => mean(distribution),
    }),
    median: t.float({
      nullable: true,
      description: 'Their median stance, from 2 to −2.',
      resolve: ({ distribution }) => median(distribution),
    }),
    distribution: t.field({
      type: ['StanceCount'],
      description: 'How many stand at each level, from the highest to the lowest.',
      resolve: ({ distribution }) => stanceCounts(distribution),
    }),
  }),
});
