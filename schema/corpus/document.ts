import { codingsOfDocument } from '#src/app/lookup/codings.ts';
import { documentAt, documentByReference, findDocument } from '#src/app/lookup/documents.ts';
import { listDocuments } from '#src/app/lookup/list-documents.ts';
import { invariant } from '#src/domain/failure.ts';
import type { ReadWarning, SourceMessage } from '#src/domain/source-document.ts';
import { isAuthorPartyCertain } from '#src/domain/written-for.ts';
import { revisionArgument } from '../core/arguments.ts';
import { builder } from '../core/builder.ts';
import { CITABLE_LIST, citedList } from '../core/cited.ts';
import { connectionFromIds } from '../core/connection.ts';
import type { Context } from '../core/context.ts';
import { cost, NAME_LOOKUP, PASSAGES, SHORT_LIST } from '../core/cost.ts';
import { DocumentKindEnum, ReleaseEnum, TextCoverageEnum } from '../core/enums.ts';
import { loadNodes, nodeKey } from '../core/global-id.ts';
import type { Models } from '../core/models.ts';
import { listedPositions, positionArguments } from '../position/position-list.ts';

/** Header fields that are not in the snapshot. */
const headerOf = async ({ record, corpus }: Models['Document'], { loaders }: Context) => {
  const header = await loaders.document.load({ id: record.id, revision: corpus.revision });
  invariant(header, `document ${record.reference} has no header at revision ${corpus.revision}`);
  return header;
};
/** Text of the document at the requested revision. */
const textOf = async ({ record, corpus }: Models['Document'], { loaders }: Context) => {
  const text = await loaders.text.load({ id: record.id, revision: corpus.revision });
  invariant(text, `document ${record.reference} has no text at revision ${corpus.revision}`);
  return text;
};

builder.objectType('Purge', {
  description:
    "Removal of a document's words from every revision, for legal reasons. A bar, █, stands for each letter.",
  fields: (t) => ({
    revision: t.field({
      type: 'Revision',
      description: 'Revision that removed the words.',
      resolve: ({ revision }, _args, { loaders }) => loaders.revision.load(revision),
    }),
    reason: t.exposeString('reason', { description: 'Why they were removed.' }),
  }),
});

builder.node('Document', {
  description: 'A cable, email, article or other text that states or reports positions.',
  id: { resolve: ({ record, corpus }) => nodeKey(corpus, record.reference) },
  loadMany: (ids, context) => loadNodes(ids, context, findDocument),
  fields: (t) => ({
    reference: t.string({
      description:
        'Canonical reference: `07MOSCOW828` for a cable, `C05763811` for a document released under FOIA.',
      resolve: ({ record }) => record.reference,
    }),
    kind: t.field({
      type: DocumentKindEnum,
      description: 'Kind of document.',
      resolve: ({ record }) => record.kind,
    }),
    title: t.string({
      nullable: true,
      description: 'Title, subject or headline, as written. Null if untitled.',
      resolve: ({ record }) => record.title,
    }),
    createdAt: t.field({
      type: 'SourceTime',
      nullable: true,
      description: 'Time of writing or sending, as precise as the source. Null if unknown.',
      resolve: async (model, _args, context) => (await headerOf(model, context)).createdAt,
    }),
    authorPartyCertain: t.boolean({
      description:
        'Whether it is certain for which parties its authors wrote it (`reportedBy`): the same on every day that its date can mean. Of a month or year its first day counts. A document without a date was written no earlier than the latest statement that is coded in it, and no later than its release: the first of these days that is known counts, else what its authors were part of last. True without a resolved author.',
      resolve: ({ record, corpus }) => isAuthorPartyCertain(record, corpus.partOf),
    }),
    releasedAt: t.field({
      type: 'SourceTime',
      nullable: true,
      description: 'Time of publication, as precise as the source. Null if unknown.',
      resolve: async (model, _args, context) => (await headerOf(model, context)).releasedAt,
    }),
    release: t.field({
      type: ReleaseEnum,
      description: 'How the document became public.',
      resolve: ({ record }) => record.release,
    }),
    classification: t.string({
      nullable: true,
      description: 'Classification marking: `CONFIDENTIAL`. Null if the document is unmarked.',
      resolve: async (model, _args, context) => (await headerOf(model, context)).classification,
    }),
    handling: t.stringList({
      description: 'Handling captions: `SIPDIS`, `NOFORN`, `RELEASE IN FULL`.',
      resolve: async (model, _args, context) => (await headerOf(model, context)).handling,
    }),
    origin: t.string({
      nullable: true,
      description: 'Sending post or office: `Embassy Moscow`. Null if unknown.',
      resolve: async (model, _args, context) => (await headerOf(model, context)).origin,
    }),
    caseNumber: t.string({
      nullable: true,
      description:
        'Number of the FOIA case in which the document was released. Null if there is none.',
      resolve: async (model, _args, context) => (await headerOf(model, context)).caseNumber,
    }),
    tags: t.stringList({
      description: 'Subject tags assigned by the author: `PREL`, `KPAL`.',
      resolve: async (model, _args, context) => (await headerOf(model, context)).tags,
    }),
    language: t.string({
      nullable: true,
      description: 'Language, as a BCP 47 tag: `en`. Null if unknown.',
      resolve: async (model, _args, context) => (await headerOf(model, context)).language,
    }),
    rights: t.string({
      nullable: true,
      description: 'Copyright status and terms of use. Null if not recorded.',
      resolve: async (model, _args, context) => (await headerOf(model, context)).rights,
    }),
    provenance: t.string({
      nullable: true,
      description: 'How the document became public and entered this corpus. Null if not recorded.',
      resolve: async (model, _args, context) => (await headerOf(model, context)).provenance,
    }),
    correspondents: t.field({
      type: ['Correspondent'],
      extensions: cost({ items: SHORT_LIST }),
      description: 'Authors, addressees and recipients of copies, as written and as resolved.',
      resolve: async (model, _args, context) =>
        (await headerOf(model, context)).correspondents.map((record) => ({
          record,
          corpus: model.corpus,
        })),
    }),
    references: t.field({
      type: ['DocumentReference'],
      extensions: cost({ items: SHORT_LIST }),
      description: 'Documents that this document refers to.',
      resolve: async (model, _args, context) =>
        (await headerOf(model, context)).references.map((record) => ({
          record,
          corpus: model.corpus,
        })),
    }),
    enclosedBy: t.field({
      type: 'Document',
      nullable: true,
      description:
        'Document that encloses this one, such as the email that carries an article. Null if there is none.',
      resolve: async (model, _args, context) => {
        const { enclosedById } = await headerOf(model, context);
        // What encloses it may have been withdrawn.
        return enclosedById !== null && model.corpus.documents.has(enclosedById)
          ? documentAt(model.corpus, enclosedById)
          : null;
      },
    }),
    enclosures: t.field({
      type: ['Document'],
      extensions: cost({ items: SHORT_LIST }),
      description: 'Documents that this document encloses.',
      resolve: async (model, _args, context) =>
        (await headerOf(model, context)).document.enclosures.map(({ documentId }) =>
          documentAt(model.corpus, documentId),
        ),
    }),
    text: t.string({
      description:
        'Text of the document, including scanning errors. Offsets count its UTF-16 units.',
      extensions: cost({ own: 50 }),
      resolve: async (model, _args, context) => (await textOf(model, context)).text,
    }),
    purge: t.field({
      type: 'Purge',
      nullable: true,
      description:
        'When and why the words of the text were removed from every revision. Null if they were not.',
      resolve: async (model, _args, context) => {
        const { purgedRevision, purgedReason } = await textOf(model, context);
        if (purgedRevision === null || purgedReason === null) return null;
        return { revision: purgedRevision, reason: purgedReason };
      },
    }),
    textCoverage: t.field({
      type: TextCoverageEnum,
      description: 'Whether the stored text is complete or excerpts.',
      resolve: async (model, _args, context) => (await textOf(model, context)).coverage,
    }),
    textLength: t.int({
      description: 'Length of the text in UTF-16 units.',
      resolve: async (model, _args, context) => (await textOf(model, context)).length,
    }),
    sha256: t.string({
      description: 'SHA-256 of the text in UTF-8, in hexadecimal.',
      resolve: async (model, _args, context) => (await textOf(model, context)).sha256,
    }),
    passages: t.field({
      type: ['Passage'],
      extensions: cost({ own: 20, items: PASSAGES }),
      description: 'Paragraphs of the text, in order.',
      resolve: async (model, _args, context) => {
        const text = await textOf(model, context);
        const records = await context.loaders.passages.load(text.id);
        return records.map((record) => ({ record, corpus: model.corpus }));
      },
    }),
    messages: t.field({
      type: ['EmailMessage'],
      extensions: cost({ items: SHORT_LIST }),
      description: 'Messages of an email, outermost first. Empty for other documents.',
      // The importer stores values of this type.
      resolve: async (model, _args, context) =>
        (await textOf(model, context)).messages as unknown as SourceMessage[],
    }),
    warnings: t.stringList({
      description: 'Parts of the source that were unreadable or repaired, with their line numbers.',
      resolve: async (model, _args, context) =>
        ((await textOf(model, context)).warnings as unknown as ReadWarning[]).map(
          ({ line, message }) => `line ${line}: ${message}`,
        ),
    }),
    positions: t.connection({
      type: 'Position',
      description: 'Positions found in the document.',
      args: positionArguments,
      resolve: ({ record, corpus }, args) =>
        listedPositions(corpus, { ...args, documentId: record.id }),
    }),
    codings: t.field({
      type: ['Coding'],
      extensions: cost({ items: SHORT_LIST }),
      description: 'Codings of the document, by codebook and then by coder.',
      resolve: ({ record, corpus }) => codingsOfDocument(corpus, record.id),
    }),
    since: t.field({
      type: 'Revision',
      description: 'Revision that added the document to the corpus.',
      resolve: async (model, _args, context) =>
        context.loaders.revision.load((await headerOf(model, context)).document.sinceRevision),
    }),
  }),
});

const DocumentFilter = builder.inputType('DocumentFilter', {
  description:
    'Selects documents. A document must match every field given; omitted fields match all documents.',
  fields: (t) => ({
    kinds: t.field({ type: [DocumentKindEnum], description: 'Kinds of document.' }),
    releases: t.field({
      type: [ReleaseEnum],
      description: 'Ways in which the document became public.',
    }),
    createdFrom: t.field({
      type: 'Date',
      description: 'Earliest date of writing, inclusive. Undated documents do not match.',
    }),
    createdTo: t.field({
      type: 'Date',
      description: 'Latest date of writing, inclusive. Undated documents do not match.',
    }),
    writtenBy: t.stringList({
      description:
        'Slugs of actors for which the author spoke on the day of writing (`authorPartyCertain`): `["united-states"]`.',
    }),
  }),
});

const DocumentOrder = builder.enumType('DocumentOrder', {
  description: 'Order of a list of documents. Undated documents come last in orders by date.',
  values: {
    CREATED_ASC: { description: 'Earliest first.' },
    CREATED_DESC: { description: 'Latest first.' },
    REFERENCE: { description: 'By reference.' },
  },
});

builder.queryFields((t) => ({
  document: t.field({
    type: 'Document',
    nullable: true,
    extensions: cost({ own: NAME_LOOKUP }),
    description:
      'Looks up a document by reference. If it does not exist, returns null and an error that lists the nearest references.',
    args: {
      reference: t.arg.string({
        required: true,
        description: 'Canonical reference: `07MOSCOW828`.',
      }),
      ...revisionArgument,
    },
    resolve: async (_root, { reference, revision }, context) =>
      documentByReference(await context.at(revision), reference),
  }),
  documents: t.connection(
    {
      type: 'Document',
      extensions: cost({ own: 100 }),
      description: 'Documents of the corpus.',
      args: {
        filter: t.arg({ type: DocumentFilter, description: 'Documents to list.' }),
        orderBy: t.arg({
          type: DocumentOrder,
          defaultValue: 'CREATED_ASC',
          description: 'Order of the list.',
        }),
        ...revisionArgument,
      },
      resolve: async (_root, { filter, orderBy, revision, ...args }, context, info) => {
        const corpus = await context.at(revision);
        const ids = listDocuments(corpus, filter ?? {}, orderBy ?? 'CREATED_ASC');
        return citedList(
          connectionFromIds(ids, args, (id) => documentAt(corpus, id)),
          { corpus, codebook: null, title: () => 'Documents', input: { filter, orderBy, ...args } },
          info,
        );
      },
    },
    CITABLE_LIST,
  ),
}));
