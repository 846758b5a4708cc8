import {
  codebookByName,
  codebookOf,
  conditionByCode,
  conditionByKey,
  conditionKey,
} from '#src/app/lookup/codebooks.ts';
import { codebookArgument } from '../core/arguments.ts';
import { builder } from '../core/builder.ts';
import { ConditionKindEnum } from '../core/enums.ts';
import { listedPositions, positionArguments } from '../position/position-list.ts';

builder.node('Condition', {
  description:
    'A proposition that one party puts to another, or that is put to governments about it. A stance says how a holder stands to it.',
  id: { resolve: conditionKey },
  loadMany: async (keys, context) => {
    const corpus = await context.latest();
    return keys.map((key) => conditionByKey(corpus, key));
  },
  fields: (t) => ({
    code: t.string({
      description: 'Lasting name within its codebook: `RECOGNITION`.',
      resolve: ({ record }) => record.code,
    }),
    kind: t.field({
      type: ConditionKindEnum,
      description: 'Whether it is asked of the party itself, or tied to what it does.',
      resolve: ({ record }) => record.kind,
    }),
    title: t.string({ description: 'Short title.', resolve: ({ record }) => record.title }),
    proposition: t.string({
      description: 'The proposition to which a stance is taken.',
      resolve: ({ record }) => record.proposition,
    }),
    guidance: t.string({
      nullable: true,
      description: 'How borderline statements on it are coded.',
      resolve: ({ record }) => record.guidance,
    }),
    indicatorTerms: t.stringList({
      description: 'Words and phrases by which texts that speak of it can be found.',
      resolve: ({ record }) => [...record.indicatorTerms],
    }),
    codebook: t.field({
      type: 'Codebook',
      description: 'The codebook that it belongs to.',
      resolve: codebookOf,
    }),
    positions: t.connection({
      type: 'Position',
      description: 'Positions on it, of whatever holder.',
      args: positionArguments,
      resolve: ({ record, corpus }, args) =>
        listedPositions(corpus, { ...args, conditionIds: [record.id] }),
    }),
  }),
});

builder.queryFields((t) => ({
  condition: t.field({
    type: 'Condition',
    description: 'The condition of a code. An unknown code is an error that names those there are.',
    args: {
      code: t.arg.string({
        required: true,
        description: 'Lasting name within the codebook: `RECOGNITION`.',
      }),
      ...codebookArgument,
    },
    resolve: async (_root, { code, codebook }, context) => {
      const corpus = await context.latest();
      const record = conditionByCode(codebookByName(corpus, codebook), code, ['code']);
      return { record, corpus };
    },
  }),
}));
