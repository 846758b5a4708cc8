import { stanceCounts } from '#src/app/positions/stance-counts.ts';
import { isoDay } from '#src/domain/dates.ts';
import { attributesAt } from '#src/domain/position-columns.ts';
import { statedDate } from '#src/domain/possible-days.ts';
import { STANCE_VALUE, STANCES } from '#src/domain/vocabulary.ts';
import { builder } from '../core/builder.ts';
import { cost, SHORT_LIST } from '../core/cost.ts';
import { DatePrecisionEnum, StanceEnum } from '../core/enums.ts';
import { positionConnection } from '../position/position-list.ts';

builder.objectType('Moment', {
  description:
    'Positions with the same date. Their order within the date is unknown, so they count together.',
  fields: (t) => ({
    statedOn: t.field({
      type: 'Date',
      description: 'Date of the positions; of a month or year, its first day.',
      resolve: ({ record, corpus }) => isoDay(corpus.positions.day[record.indices[0] ?? 0] ?? 0),
    }),
    statedOnPrecision: t.field({
      type: DatePrecisionEnum,
      description: 'Precision of `statedOn`.',
      resolve: ({ record, corpus }) =>
        attributesAt(corpus.positions, record.indices[0] ?? 0).precision,
    }),
    onOrBefore: t.boolean({
      description: 'Whether `statedOn` is only the latest possible date.',
      resolve: ({ record }) => record.days.first === null,
    }),
    notBefore: t.field({
      type: 'Date',
      nullable: true,
      description: 'First possible day. Null if only the latest possible day is known.',
      resolve: ({ record: { days } }) => (days.first === null ? null : isoDay(days.first)),
    }),
    notAfter: t.field({
      type: 'Date',
      description: 'Last possible day.',
      resolve: ({ record }) => isoDay(record.days.last),
    }),
    when: t.field({
      type: 'PartialDate',
      description: 'Date of the positions with its precision and possible days.',
      resolve: ({ record, corpus }) => statedDate(corpus.positions, record.indices[0] ?? 0),
    }),
    median: t.float({
      description:
        'Median stance, from 2 to −2: the middle position, or the midpoint between the middle two.',
      resolve: ({ record }) => record.median,
    }),
    stance: t.field({
      type: StanceEnum,
      nullable: true,
      description: 'Stance of the positions. Null if they differ (`mixed`).',
      resolve: ({ record }) =>
        record.distribution.size > 1
          ? null
          : (STANCES.find((stance) => STANCE_VALUE[stance] === record.median) ?? null),
    }),
    mixed: t.boolean({
      description: 'Whether the positions differ in stance.',
      resolve: ({ record }) => record.distribution.size > 1,
    }),
    distribution: t.field({
      type: ['StanceCount'],
      extensions: cost({ items: SHORT_LIST }),
      description:
        'Number of positions at each level of the stance scale that occurs, highest level first.',
      resolve: ({ record }) => stanceCounts(record.distribution),
    }),
    positions: t.connection({
      type: 'Position',
      description: 'Positions of the moment.',
      resolve: ({ record, corpus }, args) => positionConnection(corpus, record.indices, args),
    }),
  }),
});
