import { actorAt } from '#src/app/lookup/actors.ts';
import { isoDay } from '#src/domain/dates.ts';
import { builder } from '../core/builder.ts';
import { cost, SHORT_LIST } from '../core/cost.ts';
import { ChannelEnum, DatePrecisionEnum } from '../core/enums.ts';

builder.objectType('AttributionStep', {
  description: "One step of the chain from the holder's utterance to the document.",
  fields: (t) => ({
    order: t.int({
      description:
        'Number of the step, from 1: the first is the utterance, the last the writing of the document.',
      resolve: ({ record }) => record.order,
    }),
    speaker: t.field({
      type: 'Actor',
      description: 'Actor that speaks or writes in this step.',
      resolve: ({ record, corpus }) => actorAt(corpus, record.speakerId),
    }),
    audience: t.field({
      type: ['Actor'],
      extensions: cost({ items: SHORT_LIST }),
      description: 'Actors addressed in this step, as far as the document names them.',
      resolve: ({ record, corpus }) => record.audience.map((actor) => actorAt(corpus, actor)),
    }),
    channel: t.field({
      type: ChannelEnum,
      description: 'Setting of this step.',
      resolve: ({ record }) => record.channel,
    }),
    date: t.field({
      type: 'Date',
      nullable: true,
      description: 'Date of this step; of a month or year, its first day. Null if unknown.',
      resolve: ({ record }) => (record.toldOn === null ? null : isoDay(record.toldOn)),
    }),
    datePrecision: t.field({
      type: DatePrecisionEnum,
      nullable: true,
      description: 'Precision of `date`. Null if the date is unknown.',
      resolve: ({ record }) => record.toldPrecision,
    }),
    when: t.field({
      type: 'PartialDate',
      nullable: true,
      description: 'Date of this step with its precision and possible days. Null if unknown.',
      resolve: ({ record: { toldOn, toldPrecision } }) =>
        toldOn === null || toldPrecision === null
          ? null
          : { day: toldOn, precision: toldPrecision, onOrBefore: false },
    }),
  }),
});
