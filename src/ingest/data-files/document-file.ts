/**
 * A document file: facts that a document's text does not contain (rights, provenance, the actor who
 * wrote it) and, for a text that may not be published in full, excerpts. See seeds/documents.
 */
import { z } from 'zod';
import type { TextDraft } from '#src/domain/corpus.ts';
import { firstDay } from '#src/domain/dates.ts';
import { DOCUMENT_KINDS, RELEASES } from '#src/domain/vocabulary.ts';
import { prose, slug } from './field-schemas.ts';
import { readYaml, type YamlResult } from './read-yaml.ts';

const sourceTime = z
  .union([z.string(), z.number().int()])
  .transform(String)
  .refine(
    (text) =>
      /^\d{4}(-\d{2}(-\d{2}(T([01]\d|2[0-3]):[0-5]\dZ?)?)?)?$/.test(text) &&
      firstDay(text) !== null,
    'must be ISO 8601 to the year, month, day or minute, as 2009-07-16 or 2007-02-27T16:37Z',
  );

/** A field that is null is cleared; one that is left out stays as it is. */
const documentFile = z.strictObject({
  reference: z.string().regex(/^\S{1,120}$/, 'must have no white space'),
  kind: z.enum(DOCUMENT_KINDS).optional(),
  title: prose.nullable().optional(),
  createdAt: sourceTime.nullable().optional(),
  releasedAt: sourceTime.nullable().optional(),
  release: z.enum(RELEASES).optional(),
  classification: prose.nullable().optional(),
  origin: prose.nullable().optional(),
  language: prose.nullable().optional(),
  rights: prose.nullable().optional(),
  provenance: prose.nullable().optional(),
  enclosedBy: prose.nullable().optional(),
  authors: z.array(z.strictObject({ name: prose, actor: slug.optional() })).default([]),
  excerpts: z.array(prose).optional(),
});

export type DocumentFile = z.infer<typeof documentFile>;

export function isDocumentFile(keys: ReadonlySet<string>): boolean {
  return keys.has('reference');
}

export function readDocumentFile(text: string): YamlResult<DocumentFile> {
  return readYaml(text, documentFile);
}

const BETWEEN_EXCERPTS = '\n\n';

/** The excerpts as the document's text, one passage each; null for a file without excerpts. */
export function toExcerptText(file: DocumentFile): TextDraft | null {
  if (!file.excerpts || file.excerpts.length === 0) return null;
  let start = 0;
  const passages = file.excerpts.map((excerpt) => {
    const passage = {
      number: null,
      heading: null,
      marking: null,
      start,
      end: start + excerpt.length,
    };
    start = passage.end + BETWEEN_EXCERPTS.length;
    return passage;
  });
  return {
    document: file.reference,
    coverage: 'EXCERPTS',
    text: file.excerpts.join(BETWEEN_EXCERPTS),
    passages,
    messages: [],
    furniture: [],
    warnings: [],
  };
}
