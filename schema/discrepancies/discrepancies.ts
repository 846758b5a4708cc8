import {
  DEFAULT_AT_LEAST,
  DEFAULT_WITHIN,
  discrepancies,
} from '#src/app/discrepancies/discrepancies.ts';
import { codebookArgument, revisionArgument } from '../core/arguments.ts';
import { builder } from '../core/builder.ts';
import { cited } from '../core/cited.ts';
import { cost, SHORT_LIST } from '../core/cost.ts';
import { DiscrepancyKindEnum } from '../core/enums.ts';
import { PositionFilter } from '../position/position-filter.ts';
import { pairConnection } from './pair-connection.ts';

builder.objectType('Discrepancies', {
  interfaces: ['Citable'],
  description:
    'Where accounts of an actor’s stance clash: pairs of positions on one condition, near in time, whose stances differ.',
  fields: (t) => ({
    actor: t.field({
      type: 'Actor',
      description: 'Whose positions are compared: its own, and those of holders that spoke for it.',
      resolve: ({ actor }) => actor,
    }),
    conditions: t.field({
      type: ['Condition'],
      extensions: cost({ items: SHORT_LIST }),
      description: 'The conditions, each compared within itself.',
      resolve: ({ conditions, corpus }) => conditions.map((record) => ({ record, corpus })),
    }),
    within: t.exposeInt('within', {
      description: 'Days that lie between the two dates as given, at most.',
    }),
    atLeast: t.exposeInt('atLeast', {
      description: 'Levels of the stance scale between the two, at least: from 1 to 4.',
    }),
    positionCount: t.exposeInt('positionCount', {
      description: 'How many positions were compared.',
    }),
    counts: t.field({
      type: ['DiscrepancyCount'],
      extensions: cost({ items: SHORT_LIST }),
      description:
        'How many of the pairs are of each kind. A pair of several kinds counts in each, so the counts can add up to more than there are pairs.',
      resolve: ({ pairs }) => [...pairs().counts],
    }),
    pairs: t.connection({
      type: 'Discrepancy',
      description:
        'The pairs: by condition, then by date of the earlier position, then by date of the later.',
      resolve: pairConnection,
    }),
  }),
});

builder.objectType('DiscrepancyCount', {
  description: 'How many pairs are of one kind.',
  fields: (t) => ({
    kind: t.field({
      type: DiscrepancyKindEnum,
      description: 'The kind.',
      resolve: ({ kind }) => kind,
    }),
    count: t.exposeInt('count', { description: 'How many pairs.' }),
  }),
});

builder.queryFields((t) => ({
  discrepancies: t.field({
    type: 'Discrepancies',
    description:
      'Where accounts of an actor’s stance clash: in public and in private, in its own words and as reported, asserted and denied, by a person and by the party.',
    args: {
      actor: t.arg.string({
        required: true,
        description: 'Slug of the actor; positions of those that spoke for it count with its own.',
      }),
      condition: t.arg.string({
        description: 'Code of the condition; all of the codebook’s without it.',
      }),
      within: t.arg.int({
        defaultValue: DEFAULT_WITHIN,
        description:
          'Days that may lie between the two dates as given, 0 or more. Of a month or year its first day counts; of a date that is only the latest possible, that date. `Discrepancy.certain` tells where the dates prove it.',
      }),
      atLeast: t.arg.int({
        defaultValue: DEFAULT_AT_LEAST,
        description:
          'Levels of the stance scale that must lie between the two, from 1 to 4. From 2 on, neighbouring levels, which coders confuse most easily, are left out.',
      }),
      kinds: t.arg({
        type: [DiscrepancyKindEnum],
        description: 'Only pairs of one of these kinds, whatever else they are; all without it.',
      }),
      filter: t.arg({ type: PositionFilter, description: 'Which positions to compare.' }),
      ...codebookArgument,
      ...revisionArgument,
    },
    extensions: cost({ own: 20_000 }),
    resolve: async (_root, args, context, info) =>
      cited(discrepancies(await context.at(args.revision ?? null), args), info),
  }),
}));
