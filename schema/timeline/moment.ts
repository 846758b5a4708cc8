import { stanceCounts } from '#src/app/positions/stance-counts.ts';
import { isoDay } from '#src/domain/dates.ts';
import { kindAt } from '#src/domain/position-columns.ts';
import { statedDate } from '#src/domain/possible-days.ts';
import { STANCE_VALUE, STANCES } from '#src/domain/vocabulary.ts';
import { builder } from '../core/builder.ts';
import { cost, SHORT_LIST } from '../core/cost.ts';
import { DatePrecisionEnum, StanceEnum } from '../core/enums.ts';
import { positionConnection } from '../position/position-list.ts';

builder.objectType('Moment', {
  description:
    'The positions of one date. Nothing tells which of them came first, so they count together.',
  fields: (t) => ({
    statedOn: t.field({
      type: 'Date',
      description: 'The date as given; of a month or year, its first day.',
      resolve: ({ record, corpus }) => isoDay(corpus.positions.day[record.rows[0] ?? 0] ?? 0),
    }),
    statedOnPrecision: t.field({
      type: DatePrecisionEnum,
      description: 'How precisely that date is known.',
      resolve: ({ record, corpus }) => kindAt(corpus.positions, record.rows[0] ?? 0).precision,
    }),
    onOrBefore: t.boolean({
      description: 'Whether the date is only the latest that it can have been.',
      resolve: ({ record }) => record.days.first === null,
    }),
    notBefore: t.field({
      type: 'Date',
      nullable: true,
      description: 'The first day that it can have been; null where only the latest is known.',
      resolve: ({ record: { days } }) => (days.first === null ? null : isoDay(days.first)),
    }),
    notAfter: t.field({
      type: 'Date',
      description: 'The last day that it can have been.',
      resolve: ({ record }) => isoDay(record.days.last),
    }),
    when: t.field({
      type: 'PartialDate',
      description: 'The date with all that is known of it, in one.',
      resolve: ({ record, corpus }) => statedDate(corpus.positions, record.rows[0] ?? 0),
    }),
    median: t.float({
      description:
        'Median stance, from 2 to −2: the middle position, or halfway between the two in the middle.',
      resolve: ({ record }) => record.median,
    }),
    stance: t.field({
      type: StanceEnum,
      nullable: true,
      description: 'The stance of all its positions; null where they differ (`mixed`).',
      resolve: ({ record }) =>
        record.distribution.size > 1
          ? null
          : (STANCES.find((stance) => STANCE_VALUE[stance] === record.median) ?? null),
    }),
    mixed: t.boolean({
      description: 'Whether its positions differ in stance.',
      resolve: ({ record }) => record.distribution.size > 1,
    }),
    distribution: t.field({
      type: ['StanceCount'],
      extensions: cost({ items: SHORT_LIST }),
      description: 'How many stand at each level that occurs, from the highest to the lowest.',
      resolve: ({ record }) => stanceCounts(record.distribution),
    }),
    positions: t.connection({
      type: 'Position',
      description: 'The positions of that date.',
      resolve: ({ record, corpus }, args) => positionConnection(corpus, record.rows, args),
    }),
  }),
});
