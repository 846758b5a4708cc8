import type { Moment } from '#src/analysis/timeline/moments.ts';
import {
  timeline,
  timelinePositions,
  timelineShifts,
  timelineUncertainCount,
} from '#src/app/timeline/timeline.ts';
import { isoDay } from '#src/domain/dates.ts';
import { codebookArgument, revisionArgument } from '../core/arguments.ts';
import { builder } from '../core/builder.ts';
import { cited } from '../core/cited.ts';
import { connectionFromList, type PageArguments } from '../core/connection.ts';
import { cost } from '../core/cost.ts';
import type { Models } from '../core/models.ts';
import { UNSETTLED } from '../core/unsettled.ts';
import { PositionFilter } from '../position/position-filter.ts';
import { positionConnection } from '../position/position-list.ts';
import { UNCERTAIN_PARTY } from '../position/uncertain-party.ts';

builder.objectType('Timeline', {
  interfaces: ['Citable'],
  description: 'Positions of an actor on a condition, ordered by date, and shifts of its stance.',
  fields: (t) => ({
    actor: t.field({
      type: 'Actor',
      description:
        'Actor whose positions are listed: its own, and those of holders that spoke for it.',
      resolve: ({ actor }) => actor,
    }),
    condition: t.field({
      type: 'Condition',
      description: 'Condition on which the stances are taken.',
      resolve: ({ condition, corpus }) => ({ record: condition, corpus }),
    }),
    unsettledDocumentCount: t.int({
      ...UNSETTLED,
      resolve: ({ unsettledDocumentCount }) => unsettledDocumentCount(),
    }),
    positions: t.connection({
      type: 'Position',
      description:
        'Positions in order of their moments. A month or year is ordered at its end, and a latest possible date before the same day known exactly.',
      resolve: (source, args) => positionConnection(source.corpus, timelinePositions(source), args),
    }),
    moments: t.connection({
      type: 'Moment',
      description: 'Positions grouped by date, in order.',
      resolve: (source, args) => momentConnection(source, source.moments, args, (moment) => moment),
    }),
    uncertainPartyCount: t.int({
      description: UNCERTAIN_PARTY,
      extensions: cost({ own: 5 }),
      resolve: timelineUncertainCount,
    }),
    shifts: t.connection({
      type: 'Shift',
      description:
        'Changes of stance: consecutive moments whose median stances differ. Empty with fewer than two moments.',
      resolve: (source, args) =>
        momentConnection(source, timelineShifts(source), args, (shift) => shift.after),
    }),
  }),
});

builder.objectType('Shift', {
  description:
    'A change of median stance between two consecutive moments. Includes positions of holders that spoke for the actor: a shift may reflect a change of speaker, so compare the positions on both sides.',
  fields: (t) => ({
    before: t.field({
      type: 'Moment',
      description: 'Last moment with the former stance.',
      resolve: ({ record, corpus }) => ({ record: record.before, corpus }),
    }),
    after: t.field({
      type: 'Moment',
      description: 'First moment with the new stance.',
      resolve: ({ record, corpus }) => ({ record: record.after, corpus }),
    }),
    from: t.float({
      description: 'Median stance of the moment before, from 2 to −2.',
      resolve: ({ record }) => record.before.median,
    }),
    to: t.float({
      description: 'Median stance of the moment after, from 2 to −2; always different from `from`.',
      resolve: ({ record }) => record.after.median,
    }),
    notBefore: t.field({
      type: 'Date',
      nullable: true,
      description:
        'Earliest possible day of the shift: the first possible day of the moment before. Null if only the latest possible day of that moment is known.',
      resolve: ({ record }) => (record.notBefore === null ? null : isoDay(record.notBefore)),
    }),
    notAfter: t.field({
      type: 'Date',
      description: 'Latest possible day of the shift: the last possible day of the moment after.',
      resolve: ({ record }) => isoDay(record.notAfter),
    }),
    certain: t.boolean({
      description:
        'Whether the dates prove the order: every possible day of the moment before precedes every possible day of the moment after. If false, the shift may be two differing accounts of the same time.',
      resolve: ({ record }) => record.certain,
    }),
  }),
});

/** The requested page of moments or shifts; a cursor holds the id of the first position of the moment. */
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
        return corpus.positions.id[item ? (momentOf(item).indices[0] ?? 0) : 0] ?? 0;
      },
      load: (place) => ({ record: items[place] as Item, corpus }),
    },
    args,
  );
}

builder.queryFields((t) => ({
  timeline: t.field({
    type: 'Timeline',
    description: 'Positions of an actor on a condition over time, and shifts of its stance.',
    args: {
      actor: t.arg.string({
        required: true,
        description: 'Slug of the actor. Positions of holders that spoke for it are included.',
      }),
      condition: t.arg.string({ required: true, description: 'Code of the condition.' }),
      filter: t.arg({ type: PositionFilter, description: 'Positions to include.' }),
      ...codebookArgument,
      ...revisionArgument,
    },
    extensions: cost({ own: 5000 }),
    resolve: async (_root, args, context, info) =>
      cited(timeline(await context.at(args.revision), args), info),
  }),
}));
