import type { DocumentDraft } from '#src/domain/corpus.ts';

/**
 * The known header of a document, with its gaps filled from another reading. Known values are
 * never overwritten, since a person may have entered them.
 */
export function fillHeader(known: DocumentDraft, read: DocumentDraft): DocumentDraft {
  return {
    reference: known.reference,
    kind: known.kind === 'OTHER' ? read.kind : known.kind,
    title: known.title ?? read.title,
    createdAt: known.createdAt ?? read.createdAt,
    releasedAt: known.releasedAt ?? read.releasedAt,
    release: known.release === 'UNKNOWN' ? read.release : known.release,
    classification: known.classification ?? read.classification,
    handling: orElse(known.handling, read.handling),
    origin: known.origin ?? read.origin,
    caseNumber: known.caseNumber ?? read.caseNumber,
    tags: orElse(known.tags, read.tags),
    language: known.language ?? read.language,
    rights: known.rights ?? read.rights,
    provenance: known.provenance ?? read.provenance,
    enclosedBy: known.enclosedBy ?? read.enclosedBy,
    correspondents: orElse(known.correspondents, read.correspondents),
    references: orElse(known.references, read.references),
  };
}

function orElse<Item>(known: readonly Item[], read: readonly Item[]): readonly Item[] {
  return known.length > 0 ? known : read;
}
