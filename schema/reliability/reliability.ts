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
    'Agreement between coders who coded the same documents independently. Only documents that at least two of them coded are counted.',
  fields: (t) => ({
    codebook: t.field({
      type: 'Codebook',
      description: 'Codebook of the codings.',
      resolve: ({ codebook, corpus }) => ({ record: codebook, corpus }),
    }),
    coders: t.exposeStringList('coders', {
      description: 'Coders compared. With fewer than two, every measure is null.',
    }),
    documentCount: t.exposeInt('documentCount', {
      description:
        'Number of documents that at least two of the coders coded. A coder who coded a document and found no position in it has no value for the units that others found there.',
    }),
    overall: t.expose('overall', {
      type: 'Agreement',
      description: 'Agreement over all conditions, pooled.',
    }),
    conditions: t.field({
      type: ['ConditionAgreement'],
      extensions: cost({ items: SHORT_LIST }),
      description: 'Agreement on each condition, in order.',
      resolve: ({ conditions }) => [...conditions],
    }),
  }),
});

builder.objectType('ConditionAgreement', {
  description: 'Agreement of coders on one condition.',
  fields: (t) => ({
    condition: t.field({
      type: 'Condition',
      description: 'Condition of the units.',
      resolve: ({ condition, corpus }) => ({ record: condition, corpus }),
    }),
    agreement: t.expose('agreement', {
      type: 'Agreement',
      description: 'Agreement of coders on the condition.',
    }),
  }),
});

builder.queryFields((t) => ({
  reliability: t.field({
    type: 'Reliability',
    description:
      "Intercoder reliability: Krippendorff's alpha and percent agreement between coders who coded the same documents independently. Settled codings are not independent: exclude them by naming `coders`.",
    args: {
      conditions: t.arg.stringList({
        description: 'Codes of the conditions. Default: all conditions of the codebook.',
      }),
      coders: t.arg.stringList({
        description: 'Names of the coders to compare. Default: all coders of the codebook.',
      }),
      filter: t.arg({
        type: PositionFilter,
        description:
          'Positions to compare. If coders differ on a filtered attribute (one codes a statement as public, another as private), the position that does not match counts as missing.',
      }),
      ...codebookArgument,
      ...revisionArgument,
      bootstrap: t.arg({
        type: Bootstrap,
        description: 'Bootstrap of confidence intervals, where they are selected.',
      }),
    },
    extensions: cost({ own: 300_000 }),
    resolve: async (_root, args, context, info) => {
      const corpus = await context.at(args.revision);
      return cited(await reliability(corpus, args, context.store), info);
    },
  }),
}));
