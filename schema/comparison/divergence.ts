import { builder } from '../core/builder.ts';

builder.objectType('Divergence', {
  description: 'How far apart two rows of a comparison stand on one condition.',
  fields: (t) => ({
    condition: t.field({
      type: 'Condition',
      description: 'On which condition.',
      resolve: ({ a }) => ({ record: a.condition, corpus: a.corpus }),
    }),
    a: t.field({
      type: 'Actor',
      description: 'Whose row is the upper one.',
      resolve: ({ a }) => a.actor,
    }),
    b: t.field({
      type: 'Actor',
      description: 'Whose row is the lower one.',
      resolve: ({ b }) => b.actor,
    }),
    aReportedBy: t.field({
      type: 'Actor',
      nullable: true,
      description: 'By whose documents the upper row is told, if asked by reporter.',
      resolve: ({ a }) => a.reportedBy,
    }),
    bReportedBy: t.field({
      type: 'Actor',
      nullable: true,
      description: 'By whose documents the lower row is told, if asked by reporter.',
      resolve: ({ b }) => b.reportedBy,
    }),
    distance: t.exposeFloat('distance', {
      description:
        'Earth mover’s distance of the two distributions over the range of the scale: 0 where their shares are equal, 1 where they stand at opposite ends.',
    }),
    overlap: t.exposeFloat('overlap', {
      description:
        'Share of the two distributions that is common to both, level by level: 1 where they are equal, 0 where no level is held by both.',
    }),
  }),
});
