import { actorAt } from '#src/app/lookup/actors.ts';
import { isoDay } from '#src/domain/dates.ts';
import { builder } from '../core/builder.ts';
import { AffiliationKindEnum } from '../core/enums.ts';

builder.objectType('Affiliation', {
  description: 'That one actor belonged to another, in which role, and from when to when.',
  fields: (t) => ({
    member: t.field({
      type: 'Actor',
      description: 'Who belonged.',
      resolve: ({ record, corpus }) => actorAt(corpus, record.memberId),
    }),
    organisation: t.field({
      type: 'Actor',
      description: 'To what.',
      resolve: ({ record, corpus }) => actorAt(corpus, record.organisationId),
    }),
    kind: t.field({
      type: AffiliationKindEnum,
      description: "Whether the member's positions count among the organisation's.",
      resolve: ({ record }) => record.kind,
    }),
    role: t.string({
      nullable: true,
      description: 'Office or function: `Deputy Foreign Minister`.',
      resolve: ({ record }) => record.role,
    }),
    from: t.field({
      type: 'Date',
      nullable: true,
      description: 'First day, as far as it is known; null if it is not.',
      resolve: ({ record }) => (record.startedOn === null ? null : isoDay(record.startedOn)),
    }),
    to: t.field({
      type: 'Date',
      nullable: true,
      description: 'Last day, as far as it is known; null if it is not, or has not come.',
      resolve: ({ record }) => (record.endedOn === null ? null : isoDay(record.endedOn)),
    }),
  }),
});
