import {
  codebookByName,
  codebookOf,
  conditionByCode,
  conditionByKey,
  conditionKey,
} from '#src/app/lookup/codebooks.ts';
import { codebookArgument, revisionArgument } from '../core/arguments.ts';
import { builder } from '../core/builder.ts';
import { ConditionKindEnum } from '../core/enums.ts';
import { loadNodes, nodeKey } from '../core/global-id.ts';
import { listedPositions, positionArguments } from '../position/position-list.ts';

builder.node('Condition', {
  description:
    'A proposition that one party puts to another, or that is put to governments about it. Stances are taken on conditions.',
  id: { resolve: (condition) => nodeKey(condition.corpus, conditionKey(condition)) },
  loadMany: (ids, context) => loadNodes(ids, context, conditionByKey),
  fields: (t) => ({
    code: t.string({
      description: 'Permanent name within the codebook: `RECOGNITION`.',
      resolve: ({ record }) => record.code,
    }),
    kind: t.field({
      type: ConditionKindEnum,
      description:
        'Whether the condition is a demand on the party, or a consequence of meeting the demands.',
      resolve: ({ record }) => record.kind,
    }),
    title: t.string({ description: 'Short title.', resolve: ({ record }) => record.title }),
    proposition: t.string({
      description: 'Proposition on which stances are taken.',
      resolve: ({ record }) => record.proposition,
    }),
    guidance: t.string({
      nullable: true,
      description: 'Coding rules for borderline statements. Null if there are none.',
      resolve: ({ record }) => record.guidance,
    }),
    indicatorTerms: t.stringList({
      description: 'Words and phrases that find texts on the condition.',
      resolve: ({ record }) => [...record.indicatorTerms],
    }),
    codebook: t.field({
      type: 'Codebook',
      description: 'Codebook of the condition.',
      resolve: codebookOf,
    }),
    positions: t.connection({
      type: 'Position',
      description: 'Positions on the condition, of all holders.',
      args: positionArguments,
      resolve: ({ record, corpus }, args) =>
        listedPositions(corpus, { ...args, conditionIds: [record.id] }),
    }),
  }),
});

builder.queryFields((t) => ({
  condition: t.field({
    type: 'Condition',
    description:
      'Looks up a condition by code. An unknown code is an error that lists the codes of the codebook.',
    args: {
      code: t.arg.string({
        required: true,
        description: 'Code of the condition within the codebook: `RECOGNITION`.',
      }),
      ...codebookArgument,
      ...revisionArgument,
    },
    resolve: async (_root, { code, codebook, revision }, context) => {
      const corpus = await context.at(revision);
      const record = conditionByCode(codebookByName(corpus, codebook), code, ['code']);
      return { record, corpus };
    },
  }),
}));
