import { isoDay } from '#src/domain/dates.ts';
import { builder } from '../core/builder.ts';
import { AffiliationKindEnum } from '../core/enums.ts';
import { actorIn } from '../core/models.ts';

builder.objectType('Affiliation', {
  description: 'That one actor belonged to another, in which role, and from when to when.',
  fields: (t) => ({
    member: t.field({
      type: 'Actor',
      description: 'Who belonged.',
      resolve: ({ row, corpus }) => actorIn(corpus, row.memberId),
    }),
    organisation: t.field({
      type: 'Actor',
      description: 'To what.',
      resolve: ({ row, corpus }) => actorIn(corpus, row.organisationId),
    }),
    kind: t.field({
      type: AffiliationKindEnum,
      description: "Whether the member's positions count among the organisation's.",
      resolve: ({ row }) => row.kind,
    }),
    role: t.string({
      nullable: true,
      description: 'Office or function: `Deputy Foreign Minister`.',
      resolve: ({ row }) => row.role,
    }),
    from: t.field({
      type: 'Date',
      nullable: true,
      description: 'First day, as far as it is known; null if it is not.',
      resolve: ({ row }) => (row.startedOn === null ? null : isoDay(row.startedOn)),
    }),
    to: t.field({
      type: 'Date',
      nullable: true,
      description: 'Last day, as far as it is known; null if it is not, or has not come.',
      resolve: ({ row }) => (row.endedOn === null ? null : isoDay(row.endedOn)),
    }),
  }),
});
