import { passingDocuments, selectDocuments } from '#src/analysis/selection/select-documents.ts';
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { dayNumber } from '#src/domain/dates.ts';
import { Failure, invariant } from '#src/domain/failure.ts';
import { didYouMean } from '#src/domain/nearest.ts';
import type { ReadWarning, SourceMessage } from '#src/domain/source-document.ts';
import { builder } from '../core/builder.ts';
import { page } from '../core/connection.ts';
import type { Context } from '../core/context.ts';
import { DocumentKindEnum, ReleaseEnum, TextCoverageEnum } from '../core/enums.ts';
import { actorsBySlug } from '../core/lookup.ts';
import { documentIn, type Models } from '../core/models.ts';
import { positionArguments, positionPage } from '../position/position-list.ts';

type DocumentModel = Models['Document'];

const rowOf = ({ row }: DocumentModel, { loaders }: Context) => loaders.document.load(row.id);
const textOf = async ({ row, corpus }: DocumentModel, { loaders }: Context) => {
  const text = await loaders.text.load({ id: row.id, revision: corpus.revision });
  invariant(text, `document ${row.reference} has no text at revision ${corpus.revision}`);
  return text;
};

builder.node('Document', {
  description: 'A cable, email, article or other text in which positions are stated or reported.',
  id: { resolve: ({ row }) => row.reference },
  loadMany: async (references, context) => {
    const corpus = await context.latest();
    return references.map((reference) => {
      const id = corpus.documentIds.get(reference);
      return id === undefined ? null : documentIn(corpus, id);
    });
  },
  fields: (t) => ({
    reference: t.string({
      description:
        'Canonical reference: `07MOSCOW828` for a cable, `C05763811` for a document released under FOIA.',
      resolve: ({ row }) => row.reference,
    }),
    kind: t.field({
      type: DocumentKindEnum,
      description: 'What sort of document.',
      resolve: ({ row }) => row.kind,
    }),
    title: t.string({
      nullable: true,
      description: 'Title, subject or headline, as written.',
      resolve: ({ row }) => row.title,
    }),
    createdAt: t.field({
      type: 'SourceTime',
      nullable: true,
      description: 'When it was written or sent, as far as it says.',
      resolve: async (model, _args, context) => (await rowOf(model, context)).createdAt,
    }),
    releasedAt: t.field({
      type: 'SourceTime',
      nullable: true,
      description: 'When it became public, where that is known.',
      resolve: async (model, _args, context) => (await rowOf(model, context)).releasedAt,
    }),
    release: t.field({
      type: ReleaseEnum,
      description: 'How it became public.',
      resolve: ({ row }) => row.release,
    }),
    classification: t.string({
      nullable: true,
      description: 'Classification that it bears: `CONFIDENTIAL`.',
      resolve: async (model, _args, context) => (await rowOf(model, context)).classification,
    }),
    handling: t.stringList({
      description: 'Handling captions: `SIPDIS`, `NOFORN`, `RELEASE IN FULL`.',
      resolve: async (model, _args, context) => (await rowOf(model, context)).handling,
    }),
    origin: t.string({
      nullable: true,
      description: 'Post or office that sent it: `Embassy Moscow`.',
      resolve: async (model, _args, context) => (await rowOf(model, context)).origin,
    }),
    caseNumber: t.string({
      nullable: true,
      description: 'Number of the FOIA case under which it was released.',
      resolve: async (model, _args, context) => (await rowOf(model, context)).caseNumber,
    }),
    tags: t.stringList({
      description: 'Subject tags that its author gave it: `PREL`, `KPAL`.',
      resolve: async (model, _args, context) => (await rowOf(model, context)).tags,
    }),
    language: t.string({
      nullable: true,
      description: 'Language, as a BCP 47 tag: `en`.',
      resolve: async (model, _args, context) => (await rowOf(model, context)).language,
    }),
    rights: t.string({
      nullable: true,
      description: 'Whose it is, and what may be done with it.',
      resolve: async (model, _args, context) => (await rowOf(model, context)).rights,
    }),
    provenance: t.string({
      nullable: true,
      description: 'How it came to be public and to this corpus.',
      resolve: async (model, _args, context) => (await rowOf(model, context)).provenance,
    }),
    correspondents: t.field({
      type: ['Correspondent'],
      description: 'Authors, addressees and recipients of copies, as written and as resolved.',
      resolve: async (model, _args, context) =>
        (await rowOf(model, context)).correspondents.map((row) => ({ row, corpus: model.corpus })),
    }),
    references: t.field({
      type: ['DocumentReference'],
      description: 'Documents that it refers to.',
      resolve: async (model, _args, context) =>
        (await rowOf(model, context)).references.map((row) => ({ row, corpus: model.corpus })),
    }),
    enclosedBy: t.field({
      type: 'Document',
      nullable: true,
      description: 'The document that encloses it, as an email does an article.',
      resolve: async (model, _args, context) => {
        const { enclosedById } = await rowOf(model, context);
        return enclosedById === null ? null : documentIn(model.corpus, enclosedById);
      },
    }),
    enclosures: t.field({
      type: ['Document'],
      description: 'Documents that it encloses.',
      resolve: async (model, _args, context) =>
        (await rowOf(model, context)).enclosures
          .filter(({ id }) => model.corpus.documents.has(id))
          .map(({ id }) => documentIn(model.corpus, id)),
    }),
    text: t.string({
      description: 'Its text, scanning errors and all; offsets count its UTF-16 units.',
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
      description: 'Its paragraphs, in order.',
      resolve: async (model, _args, context) => {
        const text = await textOf(model, context);
        const rows = await context.loaders.passages.load(text.id);
        return rows.map((row) => ({ row, corpus: model.corpus }));
      },
    }),
    messages: t.field({
      type: ['EmailMessage'],
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
      resolve: ({ row, corpus }, args) => positionPage(corpus, { ...args, documentId: row.id }),
    }),
    since: t.field({
      type: 'Revision',
      description: 'The revision that brought it into the corpus.',
      resolve: async (model, _args, context) =>
        context.loaders.revision.load((await rowOf(model, context)).sinceRevision),
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
    resolve: async (_root, { reference }, context) => {
      const corpus = await context.latest();
      const id = corpus.documentIds.get(reference);
      if (id !== undefined) return documentIn(corpus, id);
      const near = didYouMean(reference, corpus.documentIds.keys());
      throw new Failure('UNKNOWN_DOCUMENT', `There is no document "${reference}".${near}`, {
        input: ['reference'],
      });
    },
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
      return page(ids, args, (id) => documentIn(corpus, id));
    },
  }),
}));

function listDocuments(
  corpus: CorpusSnapshot,
  filter: typeof DocumentFilter.$inferInput,
  orderBy: typeof DocumentOrder.$inferType,
): readonly number[] {
  const from = filter.createdFrom ? dayNumber(filter.createdFrom) : null;
  const to = filter.createdTo ? dayNumber(filter.createdTo) : null;
  const selected = selectDocuments(
    corpus.documents,
    {
      documentKinds: filter.kinds ?? undefined,
      releases: filter.releases ?? undefined,
      reportedBy: filter.writtenBy
        ? actorsBySlug(corpus, filter.writtenBy, ['filter', 'writtenBy'])
        : undefined,
    },
    corpus.partOf,
  );
  const passing = passingDocuments(selected);
  const found = [...corpus.documents.values()].filter(
    ({ id, createdOn }) =>
      passing[id] === 1 &&
      (from === null || (createdOn !== null && createdOn >= from)) &&
      (to === null || (createdOn !== null && createdOn <= to)),
  );
  const ordered =
    orderBy === 'REFERENCE'
      ? found.toSorted((a, b) => (a.reference < b.reference ? -1 : 1))
      : found.toSorted(
          (a, b) =>
            byDay(a.createdOn, b.createdOn, orderBy === 'CREATED_DESC') ||
            (a.reference < b.reference ? -1 : 1),
        );
  return ordered.map(({ id }) => id);
}

function byDay(a: number | null, b: number | null, latestFirst: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return latestFirst ? b - a : a - b;
}
