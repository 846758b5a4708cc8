import { conditionAt } from '#src/app/lookup/codebooks.ts';
import { builder } from '../core/builder.ts';
import { cost, SHORT_LIST } from '../core/cost.ts';
import { ContrastAspectEnum, DiscrepancyKindEnum } from '../core/enums.ts';

builder.objectType('Discrepancy', {
  description: 'Two positions of one actor on one condition whose stances differ.',
  fields: (t) => ({
    a: t.expose('a', {
      type: 'Position',
      description: 'Earlier position by the dates as given; on equal dates, either.',
    }),
    b: t.expose('b', {
      type: 'Position',
      description: 'Later position by the dates as given; on equal dates, the other.',
    }),
    condition: t.field({
      type: 'Condition',
      description: 'Condition of both positions.',
      resolve: ({ corpus, conditionId }) => conditionAt(corpus, conditionId),
    }),
    kinds: t.field({
      type: [DiscrepancyKindEnum],
      description: 'All kinds that apply, or `OTHER` alone.',
      resolve: ({ kinds }) => [...kinds],
    }),
    contrasts: t.field({
      type: ['Contrast'],
      extensions: cost({ items: SHORT_LIST }),
      description:
        'Every aspect in which the positions differ, apart from stance and date. Empty if there is none.',
      resolve: (discrepancy) => [...discrepancy.contrasts],
    }),
    stanceDifference: t.exposeInt('stanceDifference', {
      description:
        'Difference between the two stances, in levels of the stance scale, from 1 to 4.',
    }),
    daysApart: t.expose('daysApart', {
      type: 'DaysApart',
      description: 'Days between the two statements, as far as their dates are known.',
    }),
    certain: t.exposeBoolean('certain', {
      description:
        'Whether the dates prove that the two statements are at most `within` days apart: `daysApart.max` is at most `within`.',
    }),
  }),
});

builder.objectType('DaysApart', {
  description: 'Range of days between two statements with uncertain dates.',
  fields: (t) => ({
    min: t.exposeInt('min', {
      description: 'Minimum number of days: 0 if both statements may be of the same day.',
    }),
    max: t.exposeInt('max', {
      nullable: true,
      description:
        'Maximum number of days. Null if only the latest possible day of either statement is known.',
    }),
  }),
});

builder.objectType('Contrast', {
  description: 'An aspect in which two positions differ, with both values.',
  fields: (t) => ({
    aspect: t.expose('aspect', {
      type: ContrastAspectEnum,
      description: 'Aspect; it determines how the values are written.',
    }),
    a: t.exposeString('a', { description: 'Value of position `a`.' }),
    b: t.exposeString('b', { description: 'Value of position `b`.' }),
  }),
});
