import { builder } from '../core/builder.ts';
import { connectionFromIds } from '../core/connection.ts';

builder.node('Revision', {
  description:
    'A numbered, atomic write to the corpus. The same query at the same revision always returns the same result.',
  id: { resolve: (revision) => String(revision.number) },
  loadMany: async (ids, context) => {
    const { revision: latest } = await context.latest();
    return ids.map((id) => {
      const number = /^[1-9]\d*$/.test(id) ? Number(id) : 0;
      return number >= 1 && number <= latest ? context.loaders.revision.load(number) : null;
    });
  },
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Number of the revision, from 1, without gaps.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'Time of the write.' }),
    author: t.exposeString('author', { description: 'Author of the write.' }),
    message: t.exposeString('message', { description: 'Purpose of the write.' }),
  }),
});

const RevisionOrder = builder.enumType('RevisionOrder', {
  description: 'Order of a list of revisions.',
  values: {
    NEWEST: { description: 'Latest first.' },
    OLDEST: { description: 'Earliest first.' },
  },
});

builder.queryFields((t) => ({
  revisions: t.connection({
    type: 'Revision',
    description: 'Revisions of the corpus.',
    args: {
      orderBy: t.arg({
        type: RevisionOrder,
        defaultValue: 'NEWEST',
        description: 'Order of the list.',
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
