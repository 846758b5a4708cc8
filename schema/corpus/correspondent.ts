import { actorAt } from '#src/app/lookup/actors.ts';
import { findDocument } from '#src/app/lookup/documents.ts';
import { builder } from '../core/builder.ts';
import { CorrespondentRoleEnum } from '../core/enums.ts';

builder.objectType('Correspondent', {
  description: 'An author, addressee or recipient of a copy of a document.',
  fields: (t) => ({
    role: t.field({
      type: CorrespondentRoleEnum,
      description: 'Role of the correspondent.',
      resolve: ({ record }) => record.role,
    }),
    asWritten: t.string({
      description: 'Name as written in the document.',
      resolve: ({ record }) => record.asWritten,
    }),
    actor: t.field({
      type: 'Actor',
      nullable: true,
      description: 'Actor that the name refers to. Null if the spelling is unknown.',
      resolve: ({ record, corpus }) =>
        record.actorId === null ? null : actorAt(corpus, record.actorId),
    }),
  }),
});

builder.objectType('DocumentReference', {
  description: 'A reference from one document to another.',
  fields: (t) => ({
    asWritten: t.string({
      description: 'Reference as written: `MOSCOW 1323`.',
      resolve: ({ record }) => record.asWritten,
    }),
    reference: t.string({
      nullable: true,
      description: 'Canonical reference: `06MOSCOW1323`. Null if it cannot be determined.',
      resolve: ({ record }) => record.reference,
    }),
    document: t.field({
      type: 'Document',
      nullable: true,
      description: 'Referenced document. Null if it is not in the corpus.',
      resolve: ({ record, corpus }) =>
        record.reference === null ? null : findDocument(corpus, record.reference),
    }),
  }),
});

builder.objectType('EmailMessage', {
  description: 'One message of an email thread.',
  fields: (t) => ({
    from: t.exposeString('from', {
      nullable: true,
      description: 'Sender as written. Null if not stated.',
    }),
    to: t.stringList({ description: 'Addressees as written.', resolve: ({ to }) => [...to] }),
    cc: t.stringList({
      description: 'Recipients of copies as written.',
      resolve: ({ cc }) => [...cc],
    }),
    sentAt: t.expose('sentAt', {
      type: 'SourceTime',
      nullable: true,
      description: 'Time of sending, as precise as the source. Null if unknown.',
    }),
    subject: t.exposeString('subject', {
      nullable: true,
      description: 'Subject as written. Null if not stated.',
    }),
    start: t.exposeInt('start', {
      description: "Offset of the first character in the document's text, in UTF-16 units from 0.",
    }),
    end: t.exposeInt('end', {
      description: "Offset after the last character in the document's text, in UTF-16 units.",
    }),
  }),
});
