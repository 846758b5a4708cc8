import { invariant } from '#src/domain/failure.ts';
import { builder } from '../core/builder.ts';
import { ConditionKindEnum } from '../core/enums.ts';
import { codebookByName, conditionByCode } from '../core/lookup.ts';
import { positionArguments, positionPage } from '../position/position-list.ts';

builder.node('Condition', {
  description:
    'A proposition that one party puts to another, or that is put to governments about it. A stance says how a holder stands to it.',
  id: {
    resolve: ({ row, corpus }) => {
      const codebook = corpus.codebooks.find((one) => one.id === row.codebookId);
      invariant(codebook, `condition ${row.id} has no codebook`);
      return `${codebook.slug}@${codebook.version}/${row.code}`;
    },
  },
  loadMany: async (names, context) => {
    const corpus = await context.latest();
    return names.map((name) => {
      const [, slug, version, code] = /^(.+)@(\d+)\/(.+)$/.exec(name) ?? [];
      const codebook = corpus.codebooks.find(
        (c) => c.slug === slug && String(c.version) === version,
      );
      const row = codebook?.conditions.find((condition) => condition.code === code);
      return row ? { row, corpus } : null;
    });
  },
  fields: (t) => ({
    code: t.string({
      description: 'Lasting name within its codebook: `RECOGNITION`.',
      resolve: ({ row }) => row.code,
    }),
    kind: t.field({
      type: ConditionKindEnum,
      description: 'Whether it is asked of the party itself, or tied to what it does.',
      resolve: ({ row }) => row.kind,
    }),
    title: t.string({ description: 'Short title.', resolve: ({ row }) => row.title }),
    proposition: t.string({
      description: 'The proposition to which a stance is taken.',
      resolve: ({ row }) => row.proposition,
    }),
    guidance: t.string({
      nullable: true,
      description: 'How borderline statements on it are coded.',
      resolve: ({ row }) => row.guidance,
    }),
    indicatorTerms: t.stringList({
      description: 'Words and phrases by which texts that speak of it can be found.',
      resolve: ({ row }) => [...row.indicatorTerms],
    }),
    codebook: t.field({
      type: 'Codebook',
      description: 'The codebook that it belongs to.',
      resolve: ({ row, corpus }) => {
        const codebook = corpus.codebooks.find((one) => one.id === row.codebookId);
        invariant(codebook, `condition ${row.id} has no codebook`);
        return { row: codebook, corpus };
      },
    }),
    positions: t.connection({
      type: 'Position',
      description: 'Positions on it, of whatever holder.',
      args: positionArguments,
      resolve: ({ row, corpus }, args) => positionPage(corpus, { ...args, conditionIds: [row.id] }),
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
      codebook: t.arg.string({
        description:
          "Codebook: `quartet-principles`, or `quartet-principles@1` for a version. The corpus's default without it.",
      }),
    },
    resolve: async (_root, { code, codebook }, context) => {
      const corpus = await context.latest();
      return { row: conditionByCode(codebookByName(corpus, codebook), code, ['code']), corpus };
    },
  }),
}));
