import { actorAt, actorBySlug } from '#src/app/lookup/actors.ts';
import {
  affiliationsOf,
  isPartyCertainAt,
  membersOf,
  partyAt,
} from '#src/app/lookup/affiliations.ts';
import { heldCount, listActors } from '#src/app/lookup/list-actors.ts';
import { revisionArgument } from '../core/arguments.ts';
import { builder } from '../core/builder.ts';
import { CITABLE_LIST, citedList } from '../core/cited.ts';
import { connectionFromIds } from '../core/connection.ts';
import { cost, NAME_LOOKUP, SHORT_LIST } from '../core/cost.ts';
import { ActorKindEnum } from '../core/enums.ts';
import { loadNodes, nodeKey } from '../core/global-id.ts';
import { listedPositions, positionArguments } from '../position/position-list.ts';

const onArgument = 'Day on which the affiliation holds. Default: any day.';

builder.node('Actor', {
  description:
    'A person, office, organisation, state, coalition or media outlet that holds, reports or hears positions.',
  id: { resolve: ({ record, corpus }) => nodeKey(corpus, record.slug) },
  loadMany: (ids, context) =>
    loadNodes(ids, context, (corpus, slug) => {
      const id = corpus.actorIds.get(slug);
      return id === undefined ? null : actorAt(corpus, id);
    }),
  fields: (t) => ({
    slug: t.string({
      description: 'Permanent unique name: `khaled-mishal`.',
      resolve: ({ record }) => record.slug,
    }),
    name: t.string({ description: 'Usual name.', resolve: ({ record }) => record.name }),
    kind: t.field({
      type: ActorKindEnum,
      description: 'Kind of actor.',
      resolve: ({ record }) => record.kind,
    }),
    description: t.string({
      nullable: true,
      description: 'One-sentence description. Null if not recorded.',
      resolve: ({ record }) => record.description,
    }),
    aliases: t.stringList({
      description: 'Other spellings found in documents, including scanning errors.',
      resolve: ({ record }) => [...record.aliases],
    }),
    party: t.field({
      type: 'Actor',
      description:
        'Party for which the actor spoke on a day: the top of its `PART_OF` affiliations, or the actor itself if it has none.',
      args: {
        on: t.arg({ type: 'Date', required: true, description: 'Day of the affiliations.' }),
      },
      resolve: (actor, { on }) => partyAt(actor, on),
    }),
    partyCertain: t.boolean({
      description:
        'Whether the affiliations say which party that is. False before the first one began, and in the month or year in which one began or ended, if the day is unknown.',
      args: {
        on: t.arg({ type: 'Date', required: true, description: 'Day of the affiliations.' }),
      },
      resolve: (actor, { on }) => isPartyCertainAt(actor, on),
    }),
    affiliations: t.field({
      type: ['Affiliation'],
      description: 'Organisations and coalitions that the actor belonged to, with roles and dates.',
      args: { on: t.arg({ type: 'Date', description: onArgument }) },
      extensions: cost({ items: SHORT_LIST }),
      resolve: (actor, { on }) => affiliationsOf(actor, on),
    }),
    members: t.field({
      type: ['Affiliation'],
      description: 'Actors that belonged to the actor, with roles and dates.',
      args: { on: t.arg({ type: 'Date', description: onArgument }) },
      extensions: cost({ items: SHORT_LIST }),
      resolve: (actor, { on }) => membersOf(actor, on),
    }),
    heldCount: t.int({
      description: 'Number of positions that the actor itself holds, at the revision of the query.',
      resolve: ({ record, corpus }) => heldCount(corpus, record.id),
    }),
    positions: t.connection({
      type: 'Position',
      description:
        'Positions that the actor holds itself, and those of holders that spoke for it on the day of the statement.',
      args: positionArguments,
      resolve: ({ record, corpus }, args) =>
        listedPositions(corpus, { ...args, actors: [record.slug] }),
    }),
  }),
});

const ActorFilter = builder.inputType('ActorFilter', {
  description:
    'Selects actors. An actor must match every field given; omitted fields match all actors.',
  fields: (t) => ({
    name: t.string({
      description: 'Full or partial name in any spelling, tolerating small errors: `Mashaal`.',
    }),
    kinds: t.field({ type: [ActorKindEnum], description: 'Kinds of actor.' }),
    partOf: t.string({
      description:
        'Slug of an actor that they were part of on any day, directly or indirectly: `russia`.',
    }),
  }),
});

const ActorOrder = builder.enumType('ActorOrder', {
  description: 'Order of a list of actors.',
  values: {
    NAME: { description: 'By name.' },
    POSITIONS: { description: 'By number of positions that the actor itself holds, most first.' },
  },
});

builder.queryFields((t) => ({
  actor: t.field({
    type: 'Actor',
    extensions: cost({ own: NAME_LOOKUP }),
    description:
      'Looks up an actor by slug. An unknown slug is an error that lists the nearest slugs.',
    args: {
      slug: t.arg.string({ required: true, description: 'Slug of the actor: `khaled-mishal`.' }),
      ...revisionArgument,
    },
    resolve: async (_root, { slug, revision }, context) => {
      const corpus = await context.at(revision);
      return actorAt(corpus, actorBySlug(corpus, slug, ['slug']));
    },
  }),
  actors: t.connection(
    {
      type: 'Actor',
      extensions: cost({ own: 100 }),
      description: 'Actors of the corpus.',
      args: {
        filter: t.arg({ type: ActorFilter, description: 'Actors to list.' }),
        orderBy: t.arg({
          type: ActorOrder,
          defaultValue: 'NAME',
          description: 'Order of the list.',
        }),
        ...revisionArgument,
      },
      resolve: async (_root, { filter, orderBy, revision, ...args }, context, info) => {
        const corpus = await context.at(revision);
        const ids = listActors(corpus, filter ?? {}, orderBy ?? 'NAME');
        return citedList(
          connectionFromIds(ids, args, (id) => actorAt(corpus, id)),
          { corpus, codebook: null, title: () => 'Actors', input: { filter, orderBy, ...args } },
          info,
        );
      },
    },
    CITABLE_LIST,
  ),
}));
