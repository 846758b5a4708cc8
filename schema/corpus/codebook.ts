import {
  codebookAt,
  codebookByKey,
  codebookByVersion,
  codebookKey,
} from '#src/app/lookup/codebooks.ts';
import { STANCE_VALUE } from '#src/domain/vocabulary.ts';
import { builder } from '../core/builder.ts';
import { connectionFromIds } from '../core/connection.ts';
import { cost, SHORT_LIST } from '../core/cost.ts';
import { StanceEnum } from '../core/enums.ts';

builder.node('Codebook', {
  description:
    'The rules by which positions are read out of documents: the conditions, and the levels of the stance scale. A version never changes once it is stored.',
  id: { resolve: ({ record }) => codebookKey(record) },
  loadMany: async (keys, context) => {
    const corpus = await context.latest();
    return keys.map((key) => codebookByKey(corpus, key));
  },
  fields: (t) => ({
    slug: t.string({
      description: 'Lasting name, shared by all versions: `quartet-principles`.',
      resolve: ({ record }) => record.slug,
    }),
    version: t.int({ description: 'Version, from 1.', resolve: ({ record }) => record.version }),
    title: t.string({
      description: 'Title, as one would cite it.',
      resolve: ({ record }) => record.title,
    }),
    description: t.string({
      description: 'The rules that hold for every condition.',
      resolve: ({ record }) => record.description,
    }),
    isDefault: t.boolean({
      description: 'Whether queries that name no codebook mean this one.',
      resolve: ({ record }) => record.isDefault,
    }),
    stances: t.field({
      type: ['StanceLevel'],
      extensions: cost({ items: SHORT_LIST }),
      description: 'The levels of the stance scale that it uses, from the highest to the lowest.',
      resolve: ({ record }) => [...record.stances],
    }),
    conditions: t.field({
      type: ['Condition'],
      extensions: cost({ items: SHORT_LIST }),
      description: 'The conditions, in the order in which they are shown.',
      resolve: ({ record, corpus }) =>
        record.conditions.map((condition) => ({ record: condition, corpus })),
    }),
  }),
});

builder.objectType('StanceLevel', {
  description: 'A level of the stance scale, and what it means in this codebook.',
  fields: (t) => ({
    stance: t.field({
      type: StanceEnum,
      description: 'The level.',
      resolve: (level) => level.stance,
    }),
    value: t.int({
      description: 'Its value on the ordinal scale, from 2 to −2.',
      resolve: (level) => STANCE_VALUE[level.stance],
    }),
    definition: t.string({
      description: 'What a holder at this level does.',
      resolve: (level) => level.definition,
    }),
  }),
});

builder.queryFields((t) => ({
  codebook: t.field({
    type: 'Codebook',
    description: 'The codebook of a slug, in its newest version unless another is asked for.',
    args: {
      slug: t.arg.string({
        description: "Lasting name; the corpus's default codebook without it.",
      }),
      version: t.arg.int({ description: 'Version, from 1; the newest without it.' }),
    },
    resolve: async (_root, { slug, version }, context) =>
      codebookByVersion(await context.latest(), slug, version),
  }),
  codebooks: t.connection({
    type: 'Codebook',
    description: 'All codebooks in all versions, by slug and version.',
    resolve: async (_root, args, context) => {
      const corpus = await context.latest();
      const ids = corpus.codebooks.map(({ id }) => id);
      return connectionFromIds(ids, args, (id) => codebookAt(corpus, id));
    },
  }),
}));
