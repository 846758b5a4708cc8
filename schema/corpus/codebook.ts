import { STANCE_VALUE } from '#src/domain/vocabulary.ts';
import { builder } from '../core/builder.ts';
import { page } from '../core/connection.ts';
import { StanceEnum } from '../core/enums.ts';
import { codebookByName } from '../core/lookup.ts';

builder.node('Codebook', {
  description:
    'The rules by which positions are read out of documents: the conditions, and the levels of the stance scale. A version never changes once it is stored.',
  id: { resolve: ({ row }) => `${row.slug}@${row.version}` },
  loadMany: async (names, context) => {
    const corpus = await context.latest();
    return names.map((name) => {
      const row = corpus.codebooks.find((one) => `${one.slug}@${one.version}` === name);
      return row ? { row, corpus } : null;
    });
  },
  fields: (t) => ({
    slug: t.string({
      description: 'Lasting name, shared by all versions: `quartet-principles`.',
      resolve: ({ row }) => row.slug,
    }),
    version: t.int({ description: 'Version, from 1.', resolve: ({ row }) => row.version }),
    title: t.string({
      description: 'Title, as one would cite it.',
      resolve: ({ row }) => row.title,
    }),
    description: t.string({
      description: 'The rules that hold for every condition.',
      resolve: ({ row }) => row.description,
    }),
    isDefault: t.boolean({
      description: 'Whether queries that name no codebook mean this one.',
      resolve: ({ row }) => row.isDefault,
    }),
    stances: t.field({
      type: ['StanceLevel'],
      description: 'The levels of the stance scale that it uses, from the highest to the lowest.',
      resolve: ({ row }) => [...row.stances],
    }),
    conditions: t.field({
      type: ['Condition'],
      description: 'The conditions, in the order in which they are shown.',
      resolve: ({ row, corpus }) => row.conditions.map((condition) => ({ row: condition, corpus })),
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
    resolve: async (_root, { slug, version }, context) => {
      const corpus = await context.latest();
      const base = codebookByName(corpus, slug, ['slug']);
      const row =
        version === null || version === undefined
          ? base
          : codebookByName(corpus, `${base.slug}@${version}`, ['version']);
      return { row, corpus };
    },
  }),
  codebooks: t.connection({
    type: 'Codebook',
    description: 'All codebooks in all versions, by slug and version.',
    resolve: async (_root, args, context) => {
      const corpus = await context.latest();
      const rows = new Map(corpus.codebooks.map((row) => [row.id, row]));
      return page([...rows.keys()], args, (id) => {
        const row = rows.get(id);
        return row ? { row, corpus } : Promise.reject(new Error(`codebook ${id}`));
      });
    },
  }),
}));
