import { createMemo } from '#src/analysis/caches/memoize.ts';
import { findActors } from '#src/app/search/find-actors.ts';
import { lineageSpans, partyOn } from '#src/domain/affiliation.ts';
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { dayNumber } from '#src/domain/dates.ts';
import { Failure } from '#src/domain/failure.ts';
import { ACTOR_KINDS } from '#src/domain/vocabulary.ts';
import { builder } from '../core/builder.ts';
import { page } from '../core/connection.ts';
import { ActorKindEnum } from '../core/enums.ts';
import { actorBySlug } from '../core/lookup.ts';
import { actorIn } from '../core/models.ts';
import { positionArguments, positionPage } from '../position/position-list.ts';

const dayArgument = {
  on: 'The day of which to tell; without it, whatever the day.',
} as const;

builder.node('Actor', {
  description:
    'A person, office, organisation, state, coalition or media outlet that holds positions, tells of them, or hears them.',
  id: { resolve: ({ row }) => row.slug },
  loadMany: async (slugs, context) => {
    const corpus = await context.latest();
    return slugs.map((slug) => {
      const id = corpus.actorIds.get(slug);
      return id === undefined ? null : actorIn(corpus, id);
    });
  },
  fields: (t) => ({
    slug: t.string({
      description: 'Lasting name for use in queries: `khaled-mishal`.',
      resolve: ({ row }) => row.slug,
    }),
    name: t.string({ description: 'Usual name.', resolve: ({ row }) => row.name }),
    kind: t.field({
      type: ActorKindEnum,
      description: 'What sort of actor this is.',
      resolve: ({ row }) => row.kind,
    }),
    description: t.string({
      nullable: true,
      description: 'Who this is, in a sentence.',
      resolve: ({ row }) => row.description,
    }),
    aliases: t.stringList({
      description:
        'Other spellings under which the documents speak of it, scanning errors included.',
      resolve: ({ row }) => [...row.aliases],
    }),
    party: t.field({
      type: 'Actor',
      description:
        'The top of what it was part of on a day: the actor for which it spoke. Itself, if it was part of nothing.',
      args: {
        on: t.arg({ type: 'Date', required: true, description: 'The day of which to tell.' }),
      },
      resolve: ({ row, corpus }, { on }) =>
        actorIn(corpus, partyOn(row.id, dayNumber(on) ?? 0, corpus.partOf)),
    }),
    affiliations: t.field({
      type: ['Affiliation'],
      description: 'What it belonged to, with roles and dates.',
      args: { on: t.arg({ type: 'Date', description: dayArgument.on }) },
      resolve: ({ row, corpus }, { on }) =>
        affiliations(corpus, on, (affiliation) => affiliation.memberId === row.id),
    }),
    members: t.field({
      type: ['Affiliation'],
      description: 'Who belonged to it, with roles and dates.',
      args: { on: t.arg({ type: 'Date', description: dayArgument.on }) },
      resolve: ({ row, corpus }, { on }) =>
        affiliations(corpus, on, (affiliation) => affiliation.organisationId === row.id),
    }),
    heldCount: t.int({
      description: 'How many positions it holds itself, at the revision asked.',
      resolve: ({ row, corpus }) => heldCounts(corpus).get(row.id) ?? 0,
    }),
    positions: t.connection({
      type: 'Position',
      description:
        'Positions that it holds itself, or that rolled up to it on the day they were stated.',
      args: positionArguments,
      resolve: ({ row, corpus }, args) => positionPage(corpus, { ...args, actors: [row.slug] }),
    }),
  }),
});

function affiliations(
  corpus: CorpusSnapshot,
  on: string | null | undefined,
  belongs: (affiliation: CorpusSnapshot['affiliations'][number]) => boolean,
) {
  const day = on ? dayNumber(on) : null;
  return corpus.affiliations
    .filter(
      (affiliation) =>
        belongs(affiliation) &&
        (day === null ||
          ((affiliation.startedOn ?? -Infinity) <= day &&
            day <= (affiliation.endedOn ?? Infinity))),
    )
    .map((row) => ({ row, corpus }));
}

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
      return actorIn(corpus, actorBySlug(corpus, slug, ['slug']));
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
      return page(ids, args, (id) => actorIn(corpus, id));
    },
  }),
}));

/** No name is longer, and likeness to a long one takes long to tell. */
const MAX_NAME = 500;

function listActors(
  corpus: CorpusSnapshot,
  filter: typeof ActorFilter.$inferInput,
  orderBy: typeof ActorOrder.$inferType,
): readonly number[] {
  const kinds = filter.kinds ?? ACTOR_KINDS;
  if ((filter.name?.length ?? 0) > MAX_NAME) {
    throw new Failure('BAD_INPUT', `A name has at most ${MAX_NAME} characters.`, {
      input: ['filter', 'name'],
    });
  }
  const named = filter.name
    ? new Set(findActors(corpus.actors.values(), filter.name).map((hit) => hit.actor.id))
    : null;
  const whole = filter.partOf ? actorBySlug(corpus, filter.partOf, ['filter', 'partOf']) : null;
  const held = heldCounts(corpus);
  return [...corpus.actors.values()]
    .filter(
      (actor) =>
        kinds.includes(actor.kind) &&
        (named === null || named.has(actor.id)) &&
        (whole === null || isPartOf(corpus, actor.id, whole)),
    )
    .toSorted(
      (a, b) =>
        (orderBy === 'POSITIONS' ? (held.get(b.id) ?? 0) - (held.get(a.id) ?? 0) : 0) ||
        a.name.localeCompare(b.name, 'en'),
    )
    .map((actor) => actor.id);
}

const memoize = createMemo<ReadonlyMap<number, number>>();

/** How many positions each holder holds. */
function heldCounts({ positions }: CorpusSnapshot): ReadonlyMap<number, number> {
  return memoize([positions], '', () => {
    const held = new Map<number, number>();
    for (const holder of positions.holder) held.set(holder, (held.get(holder) ?? 0) + 1);
    return held;
  });
}

/** On any day. */
function isPartOf(corpus: CorpusSnapshot, actor: number, whole: number): boolean {
  return lineageSpans(actor, corpus.partOf).some(({ lineage }) => lineage.slice(1).includes(whole));
}
