import { actorAt } from '#src/app/lookup/actors.ts';
import { isoDay } from '#src/domain/dates.ts';
import { builder } from '../core/builder.ts';
import { cost, SHORT_LIST } from '../core/cost.ts';
import { ChannelEnum, DatePrecisionEnum } from '../core/enums.ts';

builder.objectType('AttributionStep', {
  description: 'One telling on the way from the holder’s utterance to the document.',
  fields: (t) => ({
    order: t.int({
      description: 'From 1, the utterance itself, to the last, the making of the document.',
      resolve: ({ record }) => record.order,
    }),
    speaker: t.field({
      type: 'Actor',
      description: 'Who told.',
      resolve: ({ record, corpus }) => actorAt(corpus, record.speakerId),
    }),
    audience: t.field({
      type: ['Actor'],
      extensions: cost({ items: SHORT_LIST }),
      description: 'Who was told, as far as the text says.',
      resolve: ({ record, corpus }) => record.audience.map((actor) => actorAt(corpus, actor)),
    }),
    channel: t.field({
      type: ChannelEnum,
      description: 'Setting of this telling.',
      resolve: ({ record }) => record.channel,
    }),
    date: t.field({
      type: 'Date',
      nullable: true,
      description: 'Day of this telling, where it is known; of a month or year, its first day.',
      resolve: ({ record }) => (record.toldOn === null ? null : isoDay(record.toldOn)),
    }),
    datePrecision: t.field({
      type: DatePrecisionEnum,
      nullable: true,
      description: 'How precisely that day is known.',
      resolve: ({ record }) => record.toldPrecision,
    }),
    when: t.field({
      type: 'PartialDate',
      nullable: true,
      description: 'The day of this telling with all that is known of it; null where nothing is.',
      resolve: ({ record: { toldOn, toldPrecision } }) =>
        toldOn === null || toldPrecision === null
          ? null
          : { day: toldOn, precision: toldPrecision, onOrBefore: false },
    }),
  }),
});
