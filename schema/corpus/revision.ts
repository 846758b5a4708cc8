import { builder } from '../core/builder.ts';
import { connectionFromIds } from '../core/connection.ts';

builder.node('Revision', {
  description:
    'One numbered write to the corpus, whole or not at all. A query asked at a revision answers the same for ever.',
  id: { resolve: (revision) => String(revision.number) },
  loadMany: async (ids, context) => {
    const { revision: latest } = await context.latest();
    return ids.map((id) => {
      const number = /^[1-9]\d*$/.test(id) ? Number(id) : 0;
      return number >= 1 && number <= latest ? context.loaders.revision.load(number) : null;
    });
  },
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'From 1, without gaps.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was written.' }),
    author: t.exposeString('author', { description: 'Who wrote it.' }),
    message: t.exposeString('message', { description: 'What it was for.' }),
  }),
});

const RevisionOrder = builder.enumType('RevisionOrder', {
  description: 'In which order to list revisions.',
  values: {
    NEWEST: { description: 'The latest first.' },
    OLDEST: { description: 'The first one first.' },
  },
});

builder.queryFields((t) => ({
  revisions: t.connection({
    type: 'Revision',
    description: 'Every write to the corpus.',
    args: {
      orderBy: t.arg({
        type: RevisionOrder,
        defaultValue: 'NEWEST',
        description: 'In which order.',
      }),
    },
    resolve: async (_root, { orderBy, ...args }, context) => {
      const { revision } = await context.latest();
      const numbers = Array.from({ length: revision }, (_, i) =>
        orderBy === 'OLDEST' ? i + 1 : revision - i,
      );
      return connectionFromIds(numbers, args, (number) => context.loaders.revision.load(number));
    },
  }),
}));
