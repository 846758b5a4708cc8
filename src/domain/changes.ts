import type {
  ActorDraft,
  AffiliationDraft,
  CodebookDraft,
  CodingDraft,
  DocumentDraft,
  PositionDraft,
  TextDraft,
} from './corpus.ts';

/** The changes of one revision, as drafts. */
export interface Changes {
  /** `ended` holds slugs. */
  readonly actors: Versioned<ActorDraft>;
  readonly affiliations: AddedAndEnded<AffiliationDraft>;
  readonly codebooks: AddedAndChanged<CodebookDraft>;
  /** `ended` holds references; texts end with their documents. */
  readonly documents: Versioned<DocumentDraft>;
  /** New texts. Each supersedes the document's previous one. */
  readonly texts: readonly TextDraft[];
  /** A coding that changes is in both lists: as it was, and as it is. */
  readonly codings: AddedAndEnded<CodingDraft>;
  /** New versions of positions. Each supersedes the previous version with its key. */
  readonly positions: readonly PositionDraft[];
  /** Keys of positions that end at this revision. */
  readonly endedPositions: readonly string[];
}

/** Changes of records that are updated; `changed` holds the new values. */
export interface AddedAndChanged<Draft> {
  readonly added: readonly Draft[];
  readonly changed: readonly Draft[];
}

/** Changes of records that can end; `ended` holds their keys. */
export interface Versioned<Draft> extends AddedAndChanged<Draft> {
  readonly ended: readonly string[];
}

/** Changes of records that end and are never updated. */
export interface AddedAndEnded<Draft> {
  readonly added: readonly Draft[];
  readonly ended: readonly Draft[];
}

/** Number of changes; 0 means that there is no revision to write. */
export function countChanges(changes: Changes): number {
  const { actors, affiliations, codebooks, documents } = changes;
  return (
    actors.added.length +
    actors.changed.length +
    actors.ended.length +
    affiliations.added.length +
    affiliations.ended.length +
    codebooks.added.length +
    codebooks.changed.length +
    documents.added.length +
    documents.changed.length +
    documents.ended.length +
    changes.texts.length +
    changes.codings.added.length +
    changes.codings.ended.length +
    changes.positions.length +
    changes.endedPositions.length
  );
}
