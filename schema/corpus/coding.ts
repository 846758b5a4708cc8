import { codebookAt } from '#src/app/lookup/codebooks.ts';
import {
  codingByKey,
  codingByNames,
  keyOfCoding,
  positionsOfCoding,
} from '#src/app/lookup/codings.ts';
import { documentAt } from '#src/app/lookup/documents.ts';
import { listCodings } from '#src/app/lookup/list-codings.ts';
import { codebookArgument, revisionArgument } from '../core/arguments.ts';
import { builder } from '../core/builder.ts';
import { CITABLE_LIST, citedList } from '../core/cited.ts';
import { connectionFromList } from '../core/connection.ts';
import { cost, NAME_LOOKUP } from '../core/cost.ts';
import { CountingEnum, PositionStatusEnum } from '../core/enums.ts';
import { loadNodes, nodeKey } from '../core/global-id.ts';
import { positionConnection } from '../position/position-list.ts';

builder.node('Coding', {
  description:
    'The work of one coder on one document by one codebook. It has no positions if the coder found none in the document.',
  id: { resolve: (coding) => nodeKey(coding.corpus, keyOfCoding(coding)) },
  loadMany: (ids, context) => loadNodes(ids, context, codingByKey),
  fields: (t) => ({
    document: t.field({
      type: 'Document',
      description: 'Document that was coded.',
      resolve: ({ record, corpus }) => documentAt(corpus, record.document),
    }),
    codebook: t.field({
      type: 'Codebook',
      description: 'Codebook, in the version by which the document was coded.',
      resolve: ({ record, corpus }) => codebookAt(corpus, record.codebook),
    }),
    coder: t.string({ description: 'Name of the coder.', resolve: ({ record }) => record.coder }),
    status: t.field({
      type: PositionStatusEnum,
      description: 'Whether the coding is provisional or settled between coders.',
      resolve: ({ record }) => record.status,
    }),
    counting: t.field({
      type: CountingEnum,
      description: 'Whether figures count the coding unless asked otherwise.',
      resolve: ({ record }) => record.counting,
    }),
    positions: t.connection({
      type: 'Position',
      description: 'Positions of the coding, in order of statement.',
      resolve: (coding, args) => positionConnection(coding.corpus, positionsOfCoding(coding), args),
    }),
    since: t.field({
      type: 'Revision',
      description: 'Revision since which the coding has this status.',
      resolve: ({ record }, _args, { loaders }) => loaders.revision.load(record.since),
    }),
  }),
});

const CodingFilter = builder.inputType('CodingFilter', {
  description:
    'Selects codings. A coding must match every field given; omitted fields match all codings.',
  fields: (t) => ({
    documents: t.stringList({ description: 'References of the documents: `["07MOSCOW828"]`.' }),
    codebook: t.string({
      description:
        'Codebook: `quartet-principles` for its newest version, `quartet-principles@1` for version 1.',
    }),
    coders: t.stringList({ description: 'Names of coders.' }),
    statuses: t.field({
      type: [PositionStatusEnum],
      description: 'Statuses: provisional, or settled.',
    }),
    countings: t.field({
      type: [CountingEnum],
      description: 'Whether and why figures count the coding: `[BY_RULE]` for those in doubt.',
    }),
  }),
});

builder.queryFields((t) => ({
  coding: t.field({
    type: 'Coding',
    nullable: true,
    extensions: cost({ own: NAME_LOOKUP }),
    description:
      'Looks up the coding of a document by a coder and a codebook. Null if the coder has not coded it by that codebook.',
    args: {
      document: t.arg.string({
        required: true,
        description: 'Canonical reference of the document: `07MOSCOW828`.',
      }),
      coder: t.arg.string({ required: true, description: 'Name of the coder.' }),
      ...codebookArgument,
      ...revisionArgument,
    },
    resolve: async (_root, { revision, ...names }, context) =>
      codingByNames(await context.at(revision), names),
  }),
  codings: t.connection(
    {
      type: 'Coding',
      extensions: cost({ own: 100 }),
      description: 'Codings, by document in the order of the corpus, codebook and coder.',
      args: {
        filter: t.arg({ type: CodingFilter, description: 'Codings to list.' }),
        ...revisionArgument,
      },
      resolve: async (_root, { filter, revision, ...args }, context, info) => {
        const corpus = await context.at(revision);
        return citedList(
          connectionFromList(listCodings(corpus, filter ?? {}), args),
          { corpus, codebook: null, title: () => 'Codings', input: { filter, ...args } },
          info,
        );
      },
    },
    CITABLE_LIST,
  ),
}));
