import { actorAt } from '#src/app/lookup/actors.ts';
import { isoDay } from '#src/domain/dates.ts';
import { builder } from '../core/builder.ts';
import { AffiliationKindEnum } from '../core/enums.ts';

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
      description: 'First day, as precise as the source. Null if unknown.',
      resolve: ({ record }) => (record.startedOn === null ? null : isoDay(record.startedOn)),
    }),
    to: t.field({
      type: 'Date',
      nullable: true,
      description: 'Last day, as precise as the source. Null if unknown or ongoing.',
      resolve: ({ record }) => (record.endedOn === null ? null : isoDay(record.endedOn)),
    }),
  }),
});
