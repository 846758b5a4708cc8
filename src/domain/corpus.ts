/**
 * The corpus as plain values, named by slugs, references and keys rather than by row numbers:
 * what an import wants to be true, and what the store says is true. Two drafts that are equal
 * as JSON are the same.
 */
import type { PartialDate } from './dates.ts';
import type { Furniture, ReadWarning, SourceMessage, SourceTime } from './source-document.ts';
import type {
  ActorKind,
  AffiliationKind,
  Channel,
  ConditionKind,
  Confidence,
  CorrespondentRole,
  DatePrecision,
  DocumentKind,
  Modality,
  PositionStatus,
  Release,
  Stance,
  TextCoverage,
  Wording,
} from './vocabulary.ts';

export interface ActorDraft {
  readonly slug: string;
  readonly name: string;
  readonly kind: ActorKind;
  readonly description: string | null;
  readonly aliases: readonly string[];
}

/** ISO days; a bound that is not known is null. */
export interface AffiliationDraft {
  readonly member: string;
  readonly organisation: string;
  readonly kind: AffiliationKind;
  readonly role: string | null;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
}

export interface CodebookDraft {
  readonly slug: string;
  readonly version: number;
  readonly title: string;
  readonly description: string;
  readonly isDefault: boolean;
  readonly stances: readonly { readonly stance: Stance; readonly definition: string }[];
  readonly conditions: readonly ConditionDraft[];
}

export interface ConditionDraft {
  readonly code: string;
  readonly kind: ConditionKind;
  readonly title: string;
  readonly proposition: string;
  readonly guidance: string | null;
  readonly indicatorTerms: readonly string[];
}

export interface DocumentDraft {
  readonly reference: string;
  readonly kind: DocumentKind;
  readonly title: string | null;
  readonly createdAt: SourceTime | null;
  readonly releasedAt: SourceTime | null;
  readonly release: Release;
  readonly classification: string | null;
  readonly handling: readonly string[];
  readonly origin: string | null;
  readonly caseNumber: string | null;
  readonly tags: readonly string[];
  readonly language: string | null;
  readonly rights: string | null;
  readonly provenance: string | null;
  /** Reference of the document that encloses it. */
  readonly enclosedBy: string | null;
  readonly correspondents: readonly CorrespondentDraft[];
  readonly references: readonly { readonly asWritten: string; readonly reference: string | null }[];
}

export interface CorrespondentDraft {
  readonly role: CorrespondentRole;
  readonly asWritten: string;
  /** Slug, where the name is an alias of an actor. */
  readonly actor: string | null;
}

/** Offsets count UTF-16 units of `text`, end exclusive. */
export interface TextDraft {
  readonly document: string;
  readonly coverage: TextCoverage;
  readonly text: string;
  readonly passages: readonly PassageDraft[];
  readonly messages: readonly SourceMessage[];
  readonly furniture: readonly Furniture[];
  readonly warnings: readonly ReadWarning[];
}

export interface PassageDraft {
  readonly number: number | null;
  readonly heading: string | null;
  readonly marking: string | null;
  readonly start: number;
  readonly end: number;
}

export interface PositionDraft {
  /** `document/coder/statement/condition`, the same for every version of the position. */
  readonly key: string;
  readonly codebook: string;
  readonly version: number;
  readonly condition: string;
  readonly holder: string;
  readonly stance: Stance;
  readonly statedOn: string;
  readonly statedOnPrecision: DatePrecision;
  readonly onOrBefore: boolean;
  readonly channel: Channel;
  readonly wording: Wording;
  readonly modality: Modality;
  readonly retellings: number;
  readonly summary: string;
  readonly rationale: string | null;
  readonly document: string;
  readonly coder: string;
  readonly confidence: Confidence;
  readonly status: PositionStatus;
  readonly disputes: string | null;
  readonly evidence: readonly EvidenceDraft[];
  readonly attribution: readonly AttributionDraft[];
}

export interface EvidenceDraft {
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Index of the passage in the text's passages; null if it lies in none. */
  readonly passage: number | null;
}

export interface AttributionDraft {
  readonly speaker: string;
  readonly audience: readonly string[];
  readonly channel: Channel;
  readonly toldOn: PartialDate | null;
}
