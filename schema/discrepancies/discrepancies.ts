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
import { UNSETTLED } from '../core/unsettled.ts';
import { PositionFilter } from '../position/position-filter.ts';
import { UNCERTAIN_PARTY } from '../position/uncertain-party.ts';
import { pairConnection } from './pair-connection.ts';

builder.objectType('Discrepancies', {
  interfaces: ['Citable'],
  description:
    "Conflicting accounts of an actor's stance: pairs of positions on one condition, close in time, whose stances differ. Positions of two coders in one document are never a pair: where coders differ, the actor does not.",
  fields: (t) => ({
    actor: t.field({
      type: 'Actor',
      description:
        'Actor whose positions are compared: its own, and those of holders that spoke for it.',
      resolve: ({ actor }) => actor,
    }),
    conditions: t.field({
      type: ['Condition'],
      extensions: cost({ items: SHORT_LIST }),
      description: 'Conditions; positions are compared within each.',
      resolve: ({ conditions, corpus }) => conditions.map((record) => ({ record, corpus })),
    }),
    within: t.exposeInt('within', {
      description: 'Maximum number of days between the two dates as given.',
    }),
    atLeast: t.exposeInt('atLeast', {
      description:
        'Minimum difference between the two stances, in levels of the stance scale, from 1 to 4.',
    }),
    positionCount: t.exposeInt('positionCount', {
      description: 'Number of positions compared.',
    }),
    uncertainPartyCount: t.int({
      description: UNCERTAIN_PARTY,
      extensions: cost({ own: 5 }),
      resolve: (source) => source.uncertainPartyCount(),
    }),
    unsettledDocumentCount: t.int({
      ...UNSETTLED,
      resolve: ({ unsettledDocumentCount }) => unsettledDocumentCount(),
    }),
    counts: t.field({
      type: ['DiscrepancyCount'],
      extensions: cost({ items: SHORT_LIST }),
      description:
        'Number of pairs of each kind. A pair of several kinds counts in each, so the sum can exceed the number of pairs.',
      resolve: ({ pairs }) => [...pairs().counts],
    }),
    pairs: t.connection({
      type: 'Discrepancy',
      description:
        'Pairs, by condition, then by date of the earlier position, then by date of the later.',
      resolve: pairConnection,
    }),
  }),
});

builder.objectType('DiscrepancyCount', {
  description: 'Number of pairs of one kind.',
  fields: (t) => ({
    kind: t.field({
      type: DiscrepancyKindEnum,
      description: 'Kind of discrepancy.',
      resolve: ({ kind }) => kind,
    }),
    count: t.exposeInt('count', { description: 'Number of pairs.' }),
  }),
});

builder.queryFields((t) => ({
  discrepancies: t.field({
    type: 'Discrepancies',
    description:
      "Conflicting accounts of an actor's stance: public and private, own words and reported, asserted and denied, person and party.",
    args: {
      actor: t.arg.string({
        required: true,
        description: 'Slug of the actor. Positions of holders that spoke for it are included.',
      }),
      condition: t.arg.string({
        description: 'Code of the condition. Default: all conditions of the codebook.',
      }),
      within: t.arg.int({
        defaultValue: DEFAULT_WITHIN,
        description:
          'Maximum number of days between the two dates as given, 0 or more. A month or year counts as its first day, and a latest possible date as that date. `Discrepancy.certain` shows whether the dates prove the distance.',
      }),
      atLeast: t.arg.int({
        defaultValue: DEFAULT_AT_LEAST,
        description:
          'Minimum difference between the two stances, in levels of the stance scale, from 1 to 4. From 2, neighbouring levels, which coders confuse most easily, are excluded.',
      }),
      kinds: t.arg({
        type: [DiscrepancyKindEnum],
        description:
          'Kinds of discrepancy; a pair matches if any of its kinds is listed. Default: all kinds.',
      }),
      filter: t.arg({ type: PositionFilter, description: 'Positions to compare.' }),
      ...codebookArgument,
      ...revisionArgument,
    },
    extensions: cost({ own: 20_000 }),
    resolve: async (_root, args, context, info) =>
      cited(discrepancies(await context.at(args.revision), args), info),
  }),
}));
