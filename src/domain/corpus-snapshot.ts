import type { AffiliationIndex } from './affiliation.ts';
import type { ActorDraft, CodebookDraft, ConditionDraft } from './corpus.ts';
import type { PositionColumns } from './position-columns.ts';
import type { AffiliationKind, DocumentKind, Release } from './vocabulary.ts';

/**
 * The corpus at one revision, in memory. Numbers are database ids; `actorIds` and `documentIds` map
 * slugs and references to them.
 */
export interface CorpusSnapshot {
  readonly revision: number;
  /** When the revision was written, in milliseconds since 1970; 0 for an empty corpus. */
  readonly writtenAt: number;
  readonly actors: ReadonlyMap<number, ActorRecord>;
  readonly actorIds: ReadonlyMap<string, number>;
  readonly affiliations: readonly AffiliationRecord[];
  /** The affiliations that roll up to a party. */
  readonly partOf: AffiliationIndex;
  readonly codebooks: readonly CodebookRecord[];
  readonly conditions: ReadonlyMap<number, ConditionRecord>;
  readonly documents: ReadonlyMap<number, DocumentHead>;
  readonly documentIds: ReadonlyMap<string, number>;
  readonly positions: PositionColumns;
}

/** A record together with the corpus, at one revision, that it was read from. */
export interface AtRevision<Record> {
  readonly record: Record;
  readonly corpus: CorpusSnapshot;
}

/** An actor as stored. */
export interface ActorRecord extends ActorDraft {
  readonly id: number;
}

/** An affiliation as stored. Days are day numbers; an unknown bound is null. */
export interface AffiliationRecord {
  readonly id: number;
  readonly memberId: number;
  readonly organisationId: number;
  readonly kind: AffiliationKind;
  readonly role: string | null;
  readonly startedOn: number | null;
  readonly endedOn: number | null;
}

/** A codebook as stored. Its stances are sorted from the highest level to the lowest. */
export interface CodebookRecord extends CodebookDraft {
  readonly id: number;
  readonly sinceRevision: number;
  readonly conditions: readonly ConditionRecord[];
}

/** A condition as stored. */
export interface ConditionRecord extends ConditionDraft {
  readonly id: number;
  readonly codebookId: number;
}

/** The fields of a document that a snapshot holds. */
export interface DocumentHead {
  readonly id: number;
  readonly reference: string;
  /** The current title, at every revision: a title does not affect results. */
  readonly title: string | null;
  readonly kind: DocumentKind;
  readonly release: Release;
  /** Day number of the first day that its date can mean. */
  readonly createdOn: number | null;
  /** Ids of its resolved authors. */
  readonly authors: readonly number[];
}
