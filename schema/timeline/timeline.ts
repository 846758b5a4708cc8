import { moments } from '#src/analysis/timeline/moments.ts';
import { shifts } from '#src/analysis/timeline/shifts.ts';
import { isoDay } from '#src/domain/dates.ts';
import { invariant } from '#src/domain/failure.ts';
import type { Indices } from '#src/domain/position-columns.ts';
import { builder } from '../core/builder.ts';
import { type PageArguments, page } from '../core/connection.ts';
import { actorBySlug, codebookByName, conditionByCode } from '../core/lookup.ts';
import { actorIn, type In, type Models } from '../core/models.ts';
import { PositionFilter, selectPositions } from '../position/position-filter.ts';
import { pageOfPositions } from '../position/position-list.ts';

builder.objectType('Timeline', {
  interfaces: ['Citable'],
  description:
    'What an actor said on a condition, in the order that the dates allow, and where its stance moved.',
  fields: (t) => ({
    actor: t.field({
      type: 'Actor',
      description: 'Whose positions these are: its own, and those of holders that spoke for it.',
      resolve: ({ actor }) => actor,
    }),
    condition: t.field({
      type: 'Condition',
      description: 'The condition on which they take a stance.',
      resolve: ({ condition, corpus }) => ({ row: condition, corpus }),
    }),
    positions: t.connection({
      type: 'Position',
      description:
        'The positions in order of their moments. A month or year stands at its end, and a date that is only the latest possible stands before the same day known exactly.',
      resolve: ({ corpus, moments: inOrder }, args) =>
        pageOfPositions(corpus, Int32Array.from(inOrder.flatMap((m) => [...m.rows])), args),
    }),
    moments: t.connection({
      type: 'Moment',
      description: 'The positions gathered by date, in order.',
      resolve: (timeline, args) =>
        pageOfMoments(timeline, timeline.moments, args, (moment) => moment.rows),
    }),
    shifts: t.connection({
      type: 'Shift',
      description:
        'Where the stance moved: each two consecutive moments whose median stances differ. None without at least two moments.',
      resolve: (timeline, args) =>
        pageOfMoments(timeline, shifts(timeline.moments), args, (shift) => shift.after.rows),
    }),
  }),
});

/** A page of items, each known by the first position of rows that are its own. */
function pageOfMoments<Item>(
  { corpus }: Models['Timeline'],
  items: readonly Item[],
  args: PageArguments,
  rowsOf: (item: Item) => Indices,
) {
  const ids = items.map((item) => corpus.positions.id[rowsOf(item)[0] ?? 0] ?? 0);
  const byId = new Map(items.map((item, i) => [ids[i], item]));
  return page(ids, args, (id): In<Item> => {
    const row = byId.get(id);
    invariant(row, `position ${id} begins no item of this list`);
    return { row, corpus };
  });
}

builder.objectType('Shift', {
  description:
    'A move of the stance from one moment to the next. Holders that spoke for the actor count with it: a shift can be one from speaker to speaker, so read the positions on both sides.',
  fields: (t) => ({
    before: t.field({
      type: 'Moment',
      description: 'The last moment of the stance that was left, with the positions that prove it.',
      resolve: ({ row, corpus }) => ({ row: row.before, corpus }),
    }),
    after: t.field({
      type: 'Moment',
      description: 'The moment that follows, with the positions that prove the new stance.',
      resolve: ({ row, corpus }) => ({ row: row.after, corpus }),
    }),
    from: t.float({
      description: 'Median stance of the moment before, from 2 to −2.',
      resolve: ({ row }) => row.before.median,
    }),
    to: t.float({
      description: 'Median stance of the moment after, from 2 to −2; never the same as `from`.',
      resolve: ({ row }) => row.after.median,
    }),
    notBefore: t.field({
      type: 'Date',
      nullable: true,
      description:
        'The first day on which it can have happened: the first that the moment before can have been. Null where of that only the latest day is known.',
      resolve: ({ row }) => (row.notBefore === null ? null : isoDay(row.notBefore)),
    }),
    notAfter: t.field({
      type: 'Date',
      description:
        'The last day by which it had happened: the last that the moment after can have been.',
      resolve: ({ row }) => isoDay(row.notAfter),
    }),
    certain: t.boolean({
      description:
        'Whether the dates prove the order: every possible day of the moment before is earlier than every possible day of the moment after. If not, two accounts of one time may differ, and no stance have moved.',
      resolve: ({ row }) => row.certain,
    }),
  }),
});

builder.queryFields((t) => ({
  timeline: t.field({
    type: 'Timeline',
    description: 'What an actor said on a condition over time, and where its stance moved.',
    args: {
      actor: t.arg.string({
        required: true,
        description: 'Slug of the actor; positions of those that spoke for it count with its own.',
      }),
      condition: t.arg.string({ required: true, description: 'Code of the condition.' }),
      codebook: t.arg.string({
        description:
          "Codebook that the code belongs to: `quartet-principles`, or `quartet-principles@1`. The corpus's default without it.",
      }),
      filter: t.arg({ type: PositionFilter, description: 'Which positions to put in order.' }),
      revision: t.arg.int({
        description: 'As the corpus stood at this revision; the latest without it.',
      }),
    },
    resolve: async (_root, args, context, info) => {
      const corpus = await context.at(args.revision ?? null);
      const codebook = codebookByName(corpus, args.codebook);
      const condition = conditionByCode(codebook, args.condition, ['condition']);
      const actor = actorIn(corpus, actorBySlug(corpus, args.actor, ['actor']));
      const rows = selectPositions(corpus, args.filter, {
        actors: [actor.row.id],
        conditions: [condition.id],
      });
      const title = () => `Timeline of ${actor.row.name} on ${condition.title}`;
      return {
        asked: { corpus, codebook, title, args, info },
        corpus,
        actor,
        condition,
        moments: moments(corpus.positions, rows),
      };
    },
  }),
}));
