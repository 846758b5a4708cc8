import { mean } from '#src/analysis/comparison/mean.ts';
import { median } from '#src/analysis/comparison/median.ts';
import { publicPrivateGap } from '#src/analysis/comparison/public-private-gap.ts';
import { trend } from '#src/analysis/comparison/trend.ts';
import { agreement } from '#src/analysis/comparison/van-der-eijk-agreement.ts';
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { builder } from '../core/builder.ts';
import { PeriodEnum } from '../core/enums.ts';
import type { Models } from '../core/models.ts';
import { pageOfPositions } from '../position/position-list.ts';
import { stanceCounts } from '../position/stance-count.ts';

const positionAt = (corpus: CorpusSnapshot, at: number | undefined): Models['Position'] | null =>
  at === undefined ? null : { corpus, at };

builder.objectType('ComparisonCell', {
  description:
    'The positions of one actor on one condition: those it holds itself, and those whose holder spoke for it on the day of the statement.',
  fields: (t) => ({
    actor: t.field({
      type: 'Actor',
      description: 'Whose row it is in.',
      resolve: ({ actor }) => actor,
    }),
    reportedBy: t.field({
      type: 'Actor',
      nullable: true,
      description:
        'Whose documents its row is told by, where the comparison was asked by reporter.',
      resolve: ({ reportedBy }) => reportedBy,
    }),
    condition: t.field({
      type: 'Condition',
      description: 'Whose column it is in.',
      resolve: ({ condition, corpus }) => ({ row: condition, corpus }),
    }),
    count: t.int({
      description: 'How many positions it gathers.',
      resolve: ({ count }) => count,
    }),
    documentCount: t.int({
      description: 'In how many documents they were found.',
      resolve: (cell) => cell.documentCount,
    }),
    distribution: t.field({
      type: ['StanceCount'],
      description: 'How many stand at each level of the scale, from the highest to the lowest.',
      resolve: ({ distribution }) => stanceCounts(distribution),
    }),
    median: t.float({
      nullable: true,
      description:
        'Median stance, from 2 to −2: the middle position, or halfway between the two in the middle. Null without positions.',
      resolve: ({ distribution }) => median(distribution),
    }),
    mean: t.float({
      nullable: true,
      description:
        'Mean stance, from 2 to −2, taking the steps of the scale as equal. Null without positions.',
      resolve: ({ distribution }) => mean(distribution),
    }),
    agreement: t.float({
      nullable: true,
      description:
        'Agreement A of van der Eijk (2001): 1 where all positions stand at one level, 0 where they are spread evenly over the scale, −1 where half stand at each end. Null without positions.',
      resolve: ({ distribution }) => agreement([...distribution.values()]),
    }),
    publicPrivateGap: t.float({
      nullable: true,
      description:
        'Mean stance in public less the mean behind closed doors (private or internal), from −4 to 4: above 0, more favourable in public. Null unless there are positions on both sides.',
      resolve: ({ distributionIn }) => publicPrivateGap(distributionIn),
    }),
    trend: t.field({
      type: ['TrendPoint'],
      description:
        'The same positions by year or month, in order; periods without any are left out.',
      args: {
        by: t.arg({
          type: PeriodEnum,
          defaultValue: 'YEAR',
          description:
            'Length of a period. By month, positions of which only the year is known are left out.',
        }),
      },
      resolve: ({ rows, corpus, scale }, { by }) => [
        ...trend(corpus.positions, rows(), by ?? 'YEAR', scale),
      ],
    }),
    earliest: t.field({
      type: 'Position',
      nullable: true,
      description: 'The position stated first; null without positions.',
      resolve: ({ corpus, rows }) => positionAt(corpus, rows()[0]),
    }),
    latest: t.field({
      type: 'Position',
      nullable: true,
      description: 'The position stated last; null without positions.',
      resolve: ({ corpus, rows }) => positionAt(corpus, rows().at(-1)),
    }),
    positions: t.connection({
      type: 'Position',
      description: 'The positions behind the figures, in order of statement.',
      resolve: ({ rows, corpus }, args) => pageOfPositions(corpus, rows(), args),
    }),
  }),
});
