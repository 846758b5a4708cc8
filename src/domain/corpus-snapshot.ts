/** The corpus at one revision, as far as it is held in memory. Row numbers are the store's. */
import type { AffiliationIndex } from './affiliation.ts';
import type { PositionColumns } from './position-columns.ts';
import type {
  ActorKind,
  AffiliationKind,
  ConditionKind,
  DocumentKind,
  Release,
  Stance,
} from './vocabulary.ts';

export interface CorpusSnapshot {
  readonly revision: number;
  /** When the revision was written, in milliseconds since 1970; 0 where nothing was. */
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

export interface ActorRecord {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly kind: ActorKind;
  readonly description: string | null;
  readonly aliases: readonly string[];
}

/** Days are day numbers; a bound that is not known is null. */
export interface AffiliationRecord {
  readonly id: number;
  readonly memberId: number;
  readonly organisationId: number;
  readonly kind: AffiliationKind;
  readonly role: string | null;
  readonly startedOn: number | null;
  readonly endedOn: number | null;
}

export interface CodebookRecord {
  readonly id: number;
  readonly slug: string;
  readonly version: number;
  readonly title: string;
  readonly description: string;
  readonly isDefault: boolean;
  readonly sinceRevision: number;
  /** From the highest level to the lowest. */
  readonly stances: readonly { readonly stance: Stance; readonly definition: string }[];
  readonly conditions: readonly ConditionRecord[];
}

export interface ConditionRecord {
  readonly id: number;
  readonly codebookId: number;
  readonly code: string;
  readonly kind: ConditionKind;
  readonly title: string;
  readonly proposition: string;
  readonly guidance: string | null;
  readonly indicatorTerms: readonly string[];
}

export interface DocumentHead {
  readonly id: number;
  readonly reference: string;
  /** As it now is: what it is called does not change what it says. */
  readonly title: string | null;
  readonly kind: DocumentKind;
  readonly release: Release;
  /** Day number of the first day its date can mean. */
  readonly createdOn: number | null;
  /** Actors that are its authors. */
  readonly authors: readonly number[];
}
