import { conditionAt } from '#src/app/lookup/codebooks.ts';
import { builder } from '../core/builder.ts';
import { cost, SHORT_LIST } from '../core/cost.ts';
import { ContrastAspectEnum, DiscrepancyKindEnum } from '../core/enums.ts';

builder.objectType('Discrepancy', {
  description: 'Two positions of one actor on one condition whose stances differ.',
  fields: (t) => ({
    a: t.expose('a', {
      type: 'Position',
      description: 'The earlier by the dates as given; of one date, either.',
    }),
    b: t.expose('b', {
      type: 'Position',
      description: 'The later by the dates as given; of one date, the other.',
    }),
    condition: t.field({
      type: 'Condition',
      description: 'The condition on which both take a stance.',
      resolve: ({ corpus, conditionId }) => conditionAt(corpus, conditionId),
    }),
    kinds: t.field({
      type: [DiscrepancyKindEnum],
      description: 'What sets the two apart: every kind that applies, or `OTHER` alone.',
      resolve: ({ kinds }) => [...kinds],
    }),
    contrasts: t.field({
      type: ['Contrast'],
      extensions: cost({ items: SHORT_LIST }),
      description:
        'Every aspect in which the two differ, beside stance and date. Empty where there is none.',
      resolve: (discrepancy) => [...discrepancy.contrasts],
    }),
    stanceDifference: t.exposeInt('stanceDifference', {
      description: 'Levels of the stance scale between the two, from 1 to 4.',
    }),
    daysApart: t.expose('daysApart', {
      type: 'DaysApart',
      description: 'Days between the two statements, as far as their dates are known.',
    }),
    certain: t.exposeBoolean('certain', {
      description:
        'Whether the dates prove that the two lie within the days asked for: the greatest possible distance does.',
    }),
  }),
});

builder.objectType('DaysApart', {
  description: 'Days between two statements, each of which can have been made on several days.',
  fields: (t) => ({
    min: t.exposeInt('min', {
      description: 'The least possible: 0 if both can have been made on one day.',
    }),
    max: t.exposeInt('max', {
      nullable: true,
      description: 'The greatest possible; null where of either only the latest day is known.',
    }),
  }),
});

builder.objectType('Contrast', {
  description: 'An aspect in which two positions differ, with the value of each.',
  fields: (t) => ({
    aspect: t.expose('aspect', {
      type: ContrastAspectEnum,
      description: 'The aspect; it tells how the values are written.',
    }),
    a: t.exposeString('a', { description: 'Value of the position `a`.' }),
    b: t.exposeString('b', { description: 'Value of the position `b`.' }),
  }),
});
