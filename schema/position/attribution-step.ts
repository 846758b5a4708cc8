import { isoDay } from '#src/domain/dates.ts';
import { builder } from '../core/builder.ts';
import { ChannelEnum, DatePrecisionEnum } from '../core/enums.ts';
import { actorIn } from '../core/models.ts';

builder.objectType('AttributionStep', {
  description: 'One telling on the way from the holder’s utterance to the document.',
  fields: (t) => ({
    order: t.int({
      description: 'From 1, the utterance itself, to the last, the making of the document.',
      resolve: ({ row }) => row.order,
    }),
    speaker: t.field({
      type: 'Actor',
      description: 'Who told.',
      resolve: ({ row, corpus }) => actorIn(corpus, row.speakerId),
    }),
    audience: t.field({
      type: ['Actor'],
      description: 'Who was told, as far as the text says.',
      resolve: ({ row, corpus }) => row.audience.map((actor) => actorIn(corpus, actor)),
    }),
    channel: t.field({
      type: ChannelEnum,
      description: 'Setting of this telling.',
      resolve: ({ row }) => row.channel,
    }),
    date: t.field({
      type: 'Date',
      nullable: true,
      description: 'Day of this telling, where it is known; of a month or year, its first day.',
      resolve: ({ row }) => (row.toldOn === null ? null : isoDay(row.toldOn)),
    }),
    datePrecision: t.field({
      type: DatePrecisionEnum,
      nullable: true,
      description: 'How precisely that day is known.',
      resolve: ({ row }) => row.toldPrecision,
    }),
    when: t.field({
      type: 'PartialDate',
      nullable: true,
      description: 'The day of this telling with all that is known of it; null where nothing is.',
      resolve: ({ row: { toldOn, toldPrecision } }) =>
        toldOn === null || toldPrecision === null
          ? null
          : { day: toldOn, precision: toldPrecision, onOrBefore: false },
    }),
  }),
});
