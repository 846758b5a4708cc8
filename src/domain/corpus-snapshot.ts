import type { AffiliationIndex } from './affiliation.ts';
import type { CodingTable } from './coding-table.ts';
import type { ActorDraft, CodebookDraft, ConditionDraft } from './corpus.ts';
import type { DocumentTable } from './document-table.ts';
import type { PositionColumns } from './position-columns.ts';
import type { AffiliationKind, DatePrecision } from './vocabulary.ts';

/**
 * The corpus at one revision, in memory. Numbers are database ids; `actorIds` maps slugs to
 * them.
 */
export interface CorpusSnapshot {
  readonly revision: number;
  /** Whether the question named the revision: the ids of records then name it too. */
  readonly isPinned?: boolean;
  /** When the revision was written, in milliseconds since 1970; 0 for an empty corpus. */
  readonly writtenAt: number;
  readonly actors: ReadonlyMap<number, ActorRecord>;
  readonly actorIds: ReadonlyMap<string, number>;
  readonly affiliations: readonly AffiliationRecord[];
  /** The affiliations that roll up to a party. */
  readonly partOf: AffiliationIndex;
  readonly codebooks: readonly CodebookRecord[];
  readonly conditions: ReadonlyMap<number, ConditionRecord>;
  readonly documents: DocumentTable;
  readonly codings: CodingTable;
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
  readonly startPrecision: DatePrecision;
  readonly endPrecision: DatePrecision;
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
