import { documentAt, documentByReference, findDocument } from '#src/app/lookup/documents.ts';
import { listDocuments } from '#src/app/lookup/list-documents.ts';
import { invariant } from '#src/domain/failure.ts';
import type { ReadWarning, SourceMessage } from '#src/domain/source-document.ts';
import { builder } from '../core/builder.ts';
import { connectionFromIds } from '../core/connection.ts';
import type { Context } from '../core/context.ts';
import { cost, SHORT_LIST } from '../core/cost.ts';
import { DocumentKindEnum, ReleaseEnum, TextCoverageEnum } from '../core/enums.ts';
import type { Models } from '../core/models.ts';
import { listedPositions, positionArguments } from '../position/position-list.ts';

/** The header of a document: what the snapshot does not hold. */
const headerOf = ({ record }: Models['Document'], { loaders }: Context) =>
  loaders.document.load(record.id);
/** The text of a document as of the requested revision. */
const textOf = async ({ record, corpus }: Models['Document'], { loaders }: Context) => {
  const text = await loaders.text.load({ id: record.id, revision: corpus.revision });
  invariant(text, `document ${record.reference} has no text at revision ${corpus.revision}`);
  return text;
};

builder.node('Document', {
  description: 'A cable, email, article or other text in which positions are stated or reported.',
  id: { resolve: ({ record }) => record.reference },
  loadMany: async (references, context) => {
    const corpus = await context.latest();
    return references.map((reference) => findDocument(corpus, reference));
  },
  fields: (t) => ({
    reference: t.string({
      description:
        'Canonical reference: `07MOSCOW828` for a cable, `C05763811` for a document released under FOIA.',
      resolve: ({ record }) => record.reference,
    }),
    kind: t.field({
      type: DocumentKindEnum,
      description: 'What sort of document.',
      resolve: ({ record }) => record.kind,
    }),
    title: t.string({
      nullable: true,
      description: 'Title, subject or headline, as written.',
      resolve: ({ record }) => record.title,
    }),
    createdAt: t.field({
      type: 'SourceTime',
      nullable: true,
      description: 'When it was written or sent, as far as it says.',
      resolve: async (model, _args, context) => (await headerOf(model, context)).createdAt,
    }),
    releasedAt: t.field({
      type: 'SourceTime',
      nullable: true,
      description: 'When it became public, where that is known.',
      resolve: async (model, _args, context) => (await headerOf(model, context)).releasedAt,
    }),
    release: t.field({
      type: ReleaseEnum,
      description: 'How it became public.',
      resolve: ({ record }) => record.release,
    }),
    classification: t.string({
      nullable: true,
      description: 'Classification that it bears: `CONFIDENTIAL`.',
      resolve: async (model, _args, context) => (await headerOf(model, context)).classification,
    }),
    handling: t.stringList({
      description: 'Handling captions: `SIPDIS`, `NOFORN`, `RELEASE IN FULL`.',
      resolve: async (model, _args, context) => (await headerOf(model, context)).handling,
    }),
    origin: t.string({
      nullable: true,
      description: 'Post or office that sent it: `Embassy Moscow`.',
      resolve: async (model, _args, context) => (await headerOf(model, context)).origin,
    }),
    caseNumber: t.string({
      nullable: true,
      description: 'Number of the FOIA case under which it was released.',
      resolve: async (model, _args, context) => (await headerOf(model, context)).caseNumber,
    }),
    tags: t.stringList({
      description: 'Subject tags that its author gave it: `PREL`, `KPAL`.',
      resolve: async (model, _args, context) => (await headerOf(model, context)).tags,
    }),
    language: t.string({
      nullable: true,
      description: 'Language, as a BCP 47 tag: `en`.',
      resolve: async (model, _args, context) => (await headerOf(model, context)).language,
    }),
    rights: t.string({
      nullable: true,
      description: 'Whose it is, and what may be done with it.',
      resolve: async (model, _args, context) => (await headerOf(model, context)).rights,
    }),
    provenance: t.string({
      nullable: true,
      description: 'How it came to be public and to this corpus.',
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
      description: 'Documents that it refers to.',
      resolve: async (model, _args, context) =>
        (await headerOf(model, context)).references.map((record) => ({
          record,
          corpus: model.corpus,
        })),
    }),
    enclosedBy: t.field({
      type: 'Document',
      nullable: true,
      description: 'The document that encloses it, as an email does an article.',
      resolve: async (model, _args, context) => {
        const { enclosedById } = await headerOf(model, context);
        return enclosedById === null ? null : documentAt(model.corpus, enclosedById);
      },
    }),
    enclosures: t.field({
      type: ['Document'],
      extensions: cost({ items: SHORT_LIST }),
      description: 'Documents that it encloses.',
      resolve: async (model, _args, context) =>
        (await headerOf(model, context)).enclosures
          .filter(({ id }) => model.corpus.documents.has(id))
          .map(({ id }) => documentAt(model.corpus, id)),
    }),
    text: t.string({
      description: 'Its text, scanning errors and all; offsets count its UTF-16 units.',
      extensions: cost({ own: 5 }),
      resolve: async (model, _args, context) => (await textOf(model, context)).text,
    }),
    textCoverage: t.field({
      type: TextCoverageEnum,
      description: 'Whether the text is whole or excerpts.',
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
      extensions: cost({ items: SHORT_LIST }),
      description: 'Its paragraphs, in order.',
      resolve: async (model, _args, context) => {
        const text = await textOf(model, context);
        const records = await context.loaders.passages.load(text.id);
        return records.map((record) => ({ record, corpus: model.corpus }));
      },
    }),
    messages: t.field({
      type: ['EmailMessage'],
      extensions: cost({ items: SHORT_LIST }),
      description: 'The messages of an email, the outermost first; empty for other documents.',
      // Stored by the importer from values of this very type.
      resolve: async (model, _args, context) =>
        (await textOf(model, context)).messages as unknown as SourceMessage[],
    }),
    warnings: t.stringList({
      description:
        'What could not be read in the source, or was repaired, and at which line of it.',
      resolve: async (model, _args, context) =>
        ((await textOf(model, context)).warnings as unknown as ReadWarning[]).map(
          ({ line, message }) => `line ${line}: ${message}`,
        ),
    }),
    positions: t.connection({
      type: 'Position',
      description: 'Positions that were found in it.',
      args: positionArguments,
      resolve: ({ record, corpus }, args) =>
        listedPositions(corpus, { ...args, documentId: record.id }),
    }),
    since: t.field({
      type: 'Revision',
      description: 'The revision that brought it into the corpus.',
      resolve: async (model, _args, context) =>
        context.loaders.revision.load((await headerOf(model, context)).sinceRevision),
    }),
  }),
});

const DocumentFilter = builder.inputType('DocumentFilter', {
  description: 'Which documents to list. Every field narrows the list.',
  fields: (t) => ({
    kinds: t.field({ type: [DocumentKindEnum], description: 'Of one of these kinds.' }),
    releases: t.field({
      type: [ReleaseEnum],
      description: 'That became public in one of these ways.',
    }),
    createdFrom: t.field({ type: 'Date', description: 'Written on this day or later.' }),
    createdTo: t.field({ type: 'Date', description: 'Written on this day or earlier.' }),
    writtenBy: t.stringList({
      description: 'Whose author spoke for one of these actors (slugs): `["united-states"]`.',
    }),
  }),
});

const DocumentOrder = builder.enumType('DocumentOrder', {
  description: 'In which order to list documents. Those without a date come last.',
  values: {
    CREATED_ASC: { description: 'The earliest first.' },
    CREATED_DESC: { description: 'The latest first.' },
    REFERENCE: { description: 'By reference.' },
  },
});

builder.queryFields((t) => ({
  document: t.field({
    type: 'Document',
    nullable: true,
    description:
      'The document of a reference; null, with an error that names the nearest, if there is none.',
    args: {
      reference: t.arg.string({
        required: true,
        description: 'Canonical reference: `07MOSCOW828`.',
      }),
    },
    resolve: async (_root, { reference }, context) =>
      documentByReference(await context.latest(), reference),
  }),
  documents: t.connection({
    type: 'Document',
    description: 'The documents of the corpus.',
    args: {
      filter: t.arg({ type: DocumentFilter, description: 'Which documents to list.' }),
      orderBy: t.arg({
        type: DocumentOrder,
        defaultValue: 'CREATED_ASC',
        description: 'In which order.',
      }),
    },
    resolve: async (_root, { filter, orderBy, ...args }, context) => {
      const corpus = await context.latest();
      const ids = listDocuments(corpus, filter ?? {}, orderBy ?? 'CREATED_ASC');
      return connectionFromIds(ids, args, (id) => documentAt(corpus, id));
    },
  }),
}));
