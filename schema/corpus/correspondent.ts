import { actorAt } from '#src/app/lookup/actors.ts';
import { findDocument } from '#src/app/lookup/documents.ts';
import { builder } from '../core/builder.ts';
import { CorrespondentRoleEnum } from '../core/enums.ts';

builder.objectType('Correspondent', {
  description: 'Somebody who wrote, received or was copied on a document.',
  fields: (t) => ({
    role: t.field({
      type: CorrespondentRoleEnum,
      description: 'What they have to do with the document.',
      resolve: ({ record }) => record.role,
    }),
    asWritten: t.string({
      description: 'The name as the document writes it.',
      resolve: ({ record }) => record.asWritten,
    }),
    actor: t.field({
      type: 'Actor',
      nullable: true,
      description: 'Who that is, where the spelling is known.',
      resolve: ({ record, corpus }) =>
        record.actorId === null ? null : actorAt(corpus, record.actorId),
    }),
  }),
});

builder.objectType('DocumentReference', {
  description: 'A document that another refers to.',
  fields: (t) => ({
    asWritten: t.string({
      description: 'The reference as written: `MOSCOW 1323`.',
      resolve: ({ record }) => record.asWritten,
    }),
    reference: t.string({
      nullable: true,
      description: 'Canonical reference, where it can be told: `06MOSCOW1323`.',
      resolve: ({ record }) => record.reference,
    }),
    document: t.field({
      type: 'Document',
      nullable: true,
      description: 'The document, if the corpus has it.',
      resolve: ({ record, corpus }) =>
        record.reference === null ? null : findDocument(corpus, record.reference),
    }),
  }),
});

builder.objectType('EmailMessage', {
  description: 'One message of an email thread.',
  fields: (t) => ({
    from: t.exposeString('from', { nullable: true, description: 'Sender as written.' }),
    to: t.stringList({ description: 'Addressees as written.', resolve: ({ to }) => [...to] }),
    cc: t.stringList({
      description: 'Recipients of copies as written.',
      resolve: ({ cc }) => [...cc],
    }),
    sentAt: t.expose('sentAt', {
      type: 'SourceTime',
      nullable: true,
      description: 'When it was sent, as far as it says.',
    }),
    subject: t.exposeString('subject', { nullable: true, description: 'Subject as written.' }),
    start: t.exposeInt('start', {
      description: "Offset of its first character in the document's text, in UTF-16 units.",
    }),
    end: t.exposeInt('end', {
      description: "Offset after its last character in the document's text, in UTF-16 units.",
    }),
  }),
});
