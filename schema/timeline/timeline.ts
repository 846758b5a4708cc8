import type { Moment } from '#src/analysis/timeline/moments.ts';
import { timeline, timelinePositions, timelineShifts } from '#src/app/timeline/timeline.ts';
import { isoDay } from '#src/domain/dates.ts';
import { codebookArgument, revisionArgument } from '../core/arguments.ts';
import { builder } from '../core/builder.ts';
import { cited } from '../core/cited.ts';
import { connectionFromList, type PageArguments } from '../core/connection.ts';
import { cost } from '../core/cost.ts';
import type { Models } from '../core/models.ts';
import { PositionFilter } from '../position/position-filter.ts';
import { positionConnection } from '../position/position-list.ts';

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
      resolve: ({ condition, corpus }) => ({ record: condition, corpus }),
    }),
    positions: t.connection({
      type: 'Position',
      description:
        'The positions in order of their moments. A month or year stands at its end, and a date that is only the latest possible stands before the same day known exactly.',
      resolve: (source, args) => positionConnection(source.corpus, timelinePositions(source), args),
    }),
    moments: t.connection({
      type: 'Moment',
      description: 'The positions gathered by date, in order.',
      resolve: (source, args) => momentConnection(source, source.moments, args, (moment) => moment),
    }),
    shifts: t.connection({
      type: 'Shift',
      description:
        'Where the stance moved: each two consecutive moments whose median stances differ. None without at least two moments.',
      resolve: (source, args) =>
        momentConnection(source, timelineShifts(source), args, (shift) => shift.after),
    }),
  }),
});

builder.objectType('Shift', {
  description:
    'A move of the stance from one moment to the next. Holders that spoke for the actor count with it: a shift can be one from speaker to speaker, so read the positions on both sides.',
  fields: (t) => ({
    before: t.field({
      type: 'Moment',
      description: 'The last moment of the stance that was left, with the positions that prove it.',
      resolve: ({ record, corpus }) => ({ record: record.before, corpus }),
    }),
    after: t.field({
      type: 'Moment',
      description: 'The moment that follows, with the positions that prove the new stance.',
      resolve: ({ record, corpus }) => ({ record: record.after, corpus }),
    }),
    from: t.float({
      description: 'Median stance of the moment before, from 2 to −2.',
      resolve: ({ record }) => record.before.median,
    }),
    to: t.float({
      description: 'Median stance of the moment after, from 2 to −2; never the same as `from`.',
      resolve: ({ record }) => record.after.median,
    }),
    notBefore: t.field({
      type: 'Date',
      nullable: true,
      description:
        'The first day on which it can have happened: the first that the moment before can have been. Null where of that only the latest day is known.',
      resolve: ({ record }) => (record.notBefore === null ? null : isoDay(record.notBefore)),
    }),
    notAfter: t.field({
      type: 'Date',
      description:
        'The last day by which it had happened: the last that the moment after can have been.',
      resolve: ({ record }) => isoDay(record.notAfter),
    }),
    certain: t.boolean({
      description:
        'Whether the dates prove the order: every possible day of the moment before is earlier than every possible day of the moment after. If not, two accounts of one time may differ, and no stance have moved.',
      resolve: ({ record }) => record.certain,
    }),
  }),
});

/** A page of moments or shifts; a cursor is the id of the first position of each. */
function momentConnection<Item>(
  { corpus }: Models['Timeline'],
  items: readonly Item[],
  args: PageArguments,
  momentOf: (item: Item) => Moment,
) {
  return connectionFromList(
    {
      length: items.length,
      idAt: (place) => {
        const item = items[place];
        return corpus.positions.id[item ? (momentOf(item).rows[0] ?? 0) : 0] ?? 0;
      },
      load: (place) => ({ record: items[place] as Item, corpus }),
    },
    args,
  );
}

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
      filter: t.arg({ type: PositionFilter, description: 'Which positions to put in order.' }),
      ...codebookArgument,
      ...revisionArgument,
    },
    extensions: cost({ own: 5000 }),
    resolve: async (_root, args, context, info) =>
      cited(timeline(await context.at(args.revision ?? null), args), info),
  }),
}));
