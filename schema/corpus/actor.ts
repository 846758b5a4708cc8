import { actorAt, actorBySlug } from '#src/app/lookup/actors.ts';
import { affiliationsOf, membersOf, partyAt } from '#src/app/lookup/affiliations.ts';
import { heldCount, listActors } from '#src/app/lookup/list-actors.ts';
import { builder } from '../core/builder.ts';
import { connectionFromIds } from '../core/connection.ts';
import { cost, SHORT_LIST } from '../core/cost.ts';
import { ActorKindEnum } from '../core/enums.ts';
import { listedPositions, positionArguments } from '../position/position-list.ts';

const onArgument = 'The day of which to tell; without it, whatever the day.';

builder.node('Actor', {
  description:
    'A person, office, organisation, state, coalition or media outlet that holds positions, tells of them, or hears them.',
  id: { resolve: ({ record }) => record.slug },
  loadMany: async (slugs, context) => {
    const corpus = await context.latest();
    return slugs.map((slug) => {
      const id = corpus.actorIds.get(slug);
      return id === undefined ? null : actorAt(corpus, id);
    });
  },
  fields: (t) => ({
    slug: t.string({
      description: 'Lasting name for use in queries: `khaled-mishal`.',
      resolve: ({ record }) => record.slug,
    }),
    name: t.string({ description: 'Usual name.', resolve: ({ record }) => record.name }),
    kind: t.field({
      type: ActorKindEnum,
      description: 'What sort of actor this is.',
      resolve: ({ record }) => record.kind,
    }),
    description: t.string({
      nullable: true,
      description: 'Who this is, in a sentence.',
      resolve: ({ record }) => record.description,
    }),
    aliases: t.stringList({
      description:
        'Other spellings under which the documents speak of it, scanning errors included.',
      resolve: ({ record }) => [...record.aliases],
    }),
    party: t.field({
      type: 'Actor',
      description:
        'The top of what it was part of on a day: the actor for which it spoke. Itself, if it was part of nothing.',
      args: {
        on: t.arg({ type: 'Date', required: true, description: 'The day of which to tell.' }),
      },
      resolve: (actor, { on }) => partyAt(actor, on),
    }),
    affiliations: t.field({
      type: ['Affiliation'],
      description: 'What it belonged to, with roles and dates.',
      args: { on: t.arg({ type: 'Date', description: onArgument }) },
      extensions: cost({ items: SHORT_LIST }),
      resolve: (actor, { on }) => affiliationsOf(actor, on),
    }),
    members: t.field({
      type: ['Affiliation'],
      description: 'Who belonged to it, with roles and dates.',
      args: { on: t.arg({ type: 'Date', description: onArgument }) },
      extensions: cost({ items: SHORT_LIST }),
      resolve: (actor, { on }) => membersOf(actor, on),
    }),
    heldCount: t.int({
      description: 'How many positions it holds itself, at the revision asked.',
      resolve: ({ record, corpus }) => heldCount(corpus, record.id),
    }),
    positions: t.connection({
      type: 'Position',
      description:
        'Positions that it holds itself, or that rolled up to it on the day they were stated.',
      args: positionArguments,
      resolve: ({ record, corpus }, args) =>
        listedPositions(corpus, { ...args, actors: [record.slug] }),
    }),
  }),
});

const ActorFilter = builder.inputType('ActorFilter', {
  description: 'Which actors to list. Every field narrows the list.',
  fields: (t) => ({
    name: t.string({
      description: 'A name in any spelling, whole or in part, small errors forgiven: `Mashaal`.',
    }),
    kinds: t.field({ type: [ActorKindEnum], description: 'Of one of these kinds.' }),
    partOf: t.string({
      description: 'Slug of an actor that they were part of on any day, at any remove: `russia`.',
    }),
  }),
});

const ActorOrder = builder.enumType('ActorOrder', {
  description: 'In which order to list actors.',
  values: {
    NAME: { description: 'By name.' },
    POSITIONS: { description: 'Those that hold the most positions themselves first.' },
  },
});

builder.queryFields((t) => ({
  actor: t.field({
    type: 'Actor',
    description: 'The actor of a slug. An unknown slug is an error that names the nearest ones.',
    args: {
      slug: t.arg.string({ required: true, description: 'Lasting name: `khaled-mishal`.' }),
    },
    resolve: async (_root, { slug }, context) => {
      const corpus = await context.latest();
      return actorAt(corpus, actorBySlug(corpus, slug, ['slug']));
    },
  }),
  actors: t.connection({
    type: 'Actor',
    description: 'The actors of the corpus.',
    args: {
      filter: t.arg({ type: ActorFilter, description: 'Which actors to list.' }),
      orderBy: t.arg({ type: ActorOrder, defaultValue: 'NAME', description: 'In which order.' }),
    },
    resolve: async (_root, { filter, orderBy, ...args }, context) => {
      const corpus = await context.latest();
      const ids = listActors(corpus, filter ?? {}, orderBy ?? 'NAME');
      return connectionFromIds(ids, args, (id) => actorAt(corpus, id));
    },
  }),
}));
