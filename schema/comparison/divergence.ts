import { uncertainPartyCount } from '#src/app/comparison/comparison.ts';
import { builder } from '../core/builder.ts';
import { UNCERTAIN_PARTY } from '../position/uncertain-party.ts';

builder.objectType('Divergence', {
  description: 'Distance between two rows of a comparison on one condition.',
  fields: (t) => ({
    condition: t.field({
      type: 'Condition',
      description: 'Condition of the two cells.',
      resolve: ({ a }) => ({ record: a.condition, corpus: a.corpus }),
    }),
    a: t.field({
      type: 'Actor',
      description: 'Actor of the upper row.',
      resolve: ({ a }) => a.actor,
    }),
    b: t.field({
      type: 'Actor',
      description: 'Actor of the lower row.',
      resolve: ({ b }) => b.actor,
    }),
    aReportedBy: t.field({
      type: 'Actor',
      nullable: true,
      description: 'Reporting actor of the upper row, when `reportedBy` is given; otherwise null.',
      resolve: ({ a }) => a.reportedBy,
    }),
    bReportedBy: t.field({
      type: 'Actor',
      nullable: true,
      description: 'Reporting actor of the lower row, when `reportedBy` is given; otherwise null.',
      resolve: ({ b }) => b.reportedBy,
    }),
    distance: t.exposeFloat('distance', {
      description:
        "Earth mover's distance between the two stance distributions divided by the range of the scale, from 0 to 1: 0 if their shares are equal, 1 if they are at opposite ends.",
    }),
    uncertainPartyCount: t.int({
      description: `${UNCERTAIN_PARTY} In either cell.`,
      resolve: ({ a, b }) => uncertainPartyCount([a, b]),
    }),
    overlap: t.exposeFloat('overlap', {
      description:
        'Share common to the two stance distributions, summed over levels, from 0 to 1: 1 if they are equal, 0 if they share no level.',
    }),
  }),
});
