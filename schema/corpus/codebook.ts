import {
  codebookAt,
  codebookByKey,
  codebookByVersion,
  codebookKey,
} from '#src/app/lookup/codebooks.ts';
import { STANCE_VALUE } from '#src/domain/vocabulary.ts';
import { revisionArgument } from '../core/arguments.ts';
import { builder } from '../core/builder.ts';
import { connectionFromIds } from '../core/connection.ts';
import { cost, SHORT_LIST } from '../core/cost.ts';
import { DenialStanceEnum, StanceEnum } from '../core/enums.ts';
import { loadNodes, nodeKey } from '../core/global-id.ts';

builder.node('Codebook', {
  description:
    'Rules for coding positions: conditions, and levels of the stance scale. A stored version never changes, but a missing definition of denials can be added.',
  id: { resolve: ({ record, corpus }) => nodeKey(corpus, codebookKey(record)) },
  loadMany: (ids, context) => loadNodes(ids, context, codebookByKey),
  fields: (t) => ({
    slug: t.string({
      description: 'Permanent name, shared by all versions: `quartet-principles`.',
      resolve: ({ record }) => record.slug,
    }),
    version: t.int({
      description: 'Version number, from 1.',
      resolve: ({ record }) => record.version,
    }),
    title: t.string({
      description: 'Title for citation.',
      resolve: ({ record }) => record.title,
    }),
    description: t.string({
      description: 'Rules that apply to every condition.',
      resolve: ({ record }) => record.description,
    }),
    isDefault: t.boolean({
      description: 'Whether this is the default codebook of the corpus.',
      resolve: ({ record }) => record.isDefault,
    }),
    stances: t.field({
      type: ['StanceLevel'],
      extensions: cost({ items: SHORT_LIST }),
      description: 'Levels of the stance scale in use, highest first.',
      resolve: ({ record }) => [...record.stances],
    }),
    denials: t.field({
      type: 'DenialRule',
      nullable: true,
      description:
        'What the stance of a denial (`Modality.DENIED`) is. Null if the codebook does not define it: it is then any stance but the denied one.',
      resolve: ({ record }) => record.denials,
    }),
    conditions: t.field({
      type: ['Condition'],
      extensions: cost({ items: SHORT_LIST }),
      description: 'Conditions, in display order.',
      resolve: ({ record, corpus }) =>
        record.conditions.map((condition) => ({ record: condition, corpus })),
    }),
  }),
});

builder.objectType('DenialRule', {
  description: 'What the stance of a denial is in a codebook. Imports refuse denials with another.',
  fields: (t) => ({
    stance: t.field({
      type: DenialStanceEnum,
      description: 'Which stance a denial can have.',
      resolve: (rule) => rule.stance,
    }),
    definition: t.string({
      description: 'Definition in this codebook.',
      resolve: (rule) => rule.definition,
    }),
  }),
});

builder.objectType('StanceLevel', {
  description: 'A level of the stance scale as defined by a codebook.',
  fields: (t) => ({
    stance: t.field({
      type: StanceEnum,
      description: 'Level of the stance scale.',
      resolve: (level) => level.stance,
    }),
    value: t.int({
      description: 'Value on the ordinal scale, from 2 to −2.',
      resolve: (level) => STANCE_VALUE[level.stance],
    }),
    definition: t.string({
      description: 'Definition of the level in this codebook.',
      resolve: (level) => level.definition,
    }),
  }),
});

builder.queryFields((t) => ({
  codebook: t.field({
    type: 'Codebook',
    description: 'Looks up a codebook by slug and version.',
    args: {
      slug: t.arg.string({
        description: 'Slug of the codebook. Default: the default codebook of the corpus.',
      }),
      version: t.arg.int({ description: 'Version number, from 1. Default: the newest version.' }),
      ...revisionArgument,
    },
    resolve: async (_root, { slug, version, revision }, context) =>
      codebookByVersion(await context.at(revision), slug, version),
  }),
  codebooks: t.connection({
    type: 'Codebook',
    description: 'All versions of all codebooks, by slug and version.',
    args: revisionArgument,
    resolve: async (_root, { revision, ...args }, context) => {
      const corpus = await context.at(revision);
      const ids = corpus.codebooks.map(({ id }) => id);
      return connectionFromIds(ids, args, (id) => codebookAt(corpus, id));
    },
  }),
}));
