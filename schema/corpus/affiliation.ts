import { actorAt } from '#src/app/lookup/actors.ts';
import { isoDay } from '#src/domain/dates.ts';
import { builder } from '../core/builder.ts';
import { AffiliationKindEnum, DatePrecisionEnum } from '../core/enums.ts';

builder.objectType('Affiliation', {
  description: 'Membership of one actor in another, with role and dates.',
  fields: (t) => ({
    member: t.field({
      type: 'Actor',
      description: 'Actor that belongs to the organisation.',
      resolve: ({ record, corpus }) => actorAt(corpus, record.memberId),
    }),
    organisation: t.field({
      type: 'Actor',
      description: 'Actor that the member belongs to.',
      resolve: ({ record, corpus }) => actorAt(corpus, record.organisationId),
    }),
    kind: t.field({
      type: AffiliationKindEnum,
      description: "Whether the member's positions count among the organisation's.",
      resolve: ({ record }) => record.kind,
    }),
    role: t.string({
      nullable: true,
      description: 'Office or function: `Deputy Foreign Minister`. Null if unknown.',
      resolve: ({ record }) => record.role,
    }),
    from: t.field({
      type: 'Date',
      nullable: true,
      description: 'First day; of a month or year the first that can be meant. Null if unknown.',
      resolve: ({ record }) => (record.startedOn === null ? null : isoDay(record.startedOn)),
    }),
    fromPrecision: t.field({
      type: DatePrecisionEnum,
      description: 'What is known of the first day: it may be any of the month or year.',
      resolve: ({ record }) => record.startPrecision,
    }),
    to: t.field({
      type: 'Date',
      nullable: true,
      description:
        'Last day; of a month or year the last that can be meant. Null if unknown or ongoing.',
      resolve: ({ record }) => (record.endedOn === null ? null : isoDay(record.endedOn)),
    }),
    toPrecision: t.field({
      type: DatePrecisionEnum,
      description: 'What is known of the last day: it may be any of the month or year.',
      resolve: ({ record }) => record.endPrecision,
    }),
  }),
});
