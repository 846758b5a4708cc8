/** What one revision changes, in terms of drafts. */
import type {
  ActorDraft,
  AffiliationDraft,
  CodebookDraft,
  DocumentDraft,
  PositionDraft,
  TextDraft,
} from './corpus.ts';

export interface Changes {
  readonly actors: AddedAndChanged<ActorDraft>;
  readonly affiliations: AddedAndEnded<AffiliationDraft>;
  readonly codebooks: AddedAndChanged<CodebookDraft>;
  readonly documents: AddedAndChanged<DocumentDraft>;
  /** New texts; one that a document had before is succeeded. */
  readonly texts: readonly TextDraft[];
  /** New versions of positions; an earlier version of the same key is succeeded. */
  readonly positions: readonly PositionDraft[];
  /** Keys of positions that no longer stand. */
  readonly endedPositions: readonly string[];
}

export interface AddedAndChanged<Draft> {
  readonly added: readonly Draft[];
  readonly changed: readonly Draft[];
}

export interface AddedAndEnded<Draft> {
  readonly added: readonly Draft[];
  readonly ended: readonly Draft[];
}

/** How many rows a revision touches; 0 means that there is nothing to write. */
export function countChanges(changes: Changes): number {
  const { actors, affiliations, codebooks, documents } = changes;
  return (
    actors.added.length +
    actors.changed.length +
    affiliations.added.length +
    affiliations.ended.length +
    codebooks.added.length +
    codebooks.changed.length +
    documents.added.length +
    documents.changed.length +
    changes.texts.length +
    changes.positions.length +
    changes.endedPositions.length
  );
}
