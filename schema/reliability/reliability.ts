import { reliability } from '#src/app/reliability/reliability.ts';
import { codebookArgument, revisionArgument } from '../core/arguments.ts';
import { builder } from '../core/builder.ts';
import { cited } from '../core/cited.ts';
import { cost, SHORT_LIST } from '../core/cost.ts';
import { PositionFilter } from '../position/position-filter.ts';
import { Bootstrap } from './bootstrap.ts';

builder.objectType('Reliability', {
  interfaces: ['Citable'],
  description:
    'Whether coders who coded the same documents apart agree on the stances. Only documents that at least two of them coded are counted.',
  fields: (t) => ({
    codebook: t.field({
      type: 'Codebook',
      description: 'The codebook that they followed.',
      resolve: ({ codebook, corpus }) => ({ record: codebook, corpus }),
    }),
    coders: t.exposeStringList('coders', {
      description:
        'Whose codings are compared. With fewer than two there is nothing to compare, and every measure is null.',
    }),
    documentCount: t.exposeInt('documentCount', {
      description: 'How many documents at least two of them coded.',
    }),
    overall: t.expose('overall', {
      type: 'Agreement',
      description: 'On all the conditions taken together, as if they were one question.',
    }),
    conditions: t.field({
      type: ['ConditionAgreement'],
      extensions: cost({ items: SHORT_LIST }),
      description: 'On each condition, in order.',
      resolve: ({ conditions }) => [...conditions],
    }),
  }),
});

builder.objectType('ConditionAgreement', {
  description: 'How far coders agree on one condition.',
  fields: (t) => ({
    condition: t.field({
      type: 'Condition',
      description: 'The condition.',
      resolve: ({ condition, corpus }) => ({ record: condition, corpus }),
    }),
    agreement: t.expose('agreement', {
      type: 'Agreement',
      description: 'How far they agree on it.',
    }),
  }),
});

builder.queryFields((t) => ({
  reliability: t.field({
    type: 'Reliability',
    description:
      'Whether coders agree: Krippendorff’s alpha and percent agreement between those who coded the same documents apart. Codings that were settled between coders are no independent ones: name the coders to compare.',
    args: {
      conditions: t.arg.stringList({
        description: 'Codes of the conditions; all of the codebook’s without it.',
      }),
      coders: t.arg.stringList({
        description: 'The coders to compare; all that coded by the codebook without it.',
      }),
      filter: t.arg({
        type: PositionFilter,
        description:
          'Which positions to compare. Coders who differ on what the filter asks (one has a statement as public, the other as private) are then missing each other’s.',
      }),
      ...codebookArgument,
      ...revisionArgument,
      bootstrap: t.arg({
        type: Bootstrap,
        description: 'How to estimate confidence intervals, where they are selected.',
      }),
    },
    extensions: cost({ own: 100_000 }),
    resolve: async (_root, args, context, info) => {
      const corpus = await context.at(args.revision ?? null);
      return cited(await reliability(corpus, args, context.store), info);
    },
  }),
}));
