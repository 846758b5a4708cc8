/**
 * Drafts: the corpus as plain values that refer to each other by slug, reference or key, not by database
 * id. An import produces them, the store reads and writes them, and deep equality finds what changed.
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
  DenialStance,
  DocumentKind,
  Modality,
  PositionStatus,
  Release,
  Stance,
  TextCoverage,
  Wording,
} from './vocabulary.ts';

/** An actor, by slug. */
export interface ActorDraft {
  readonly slug: string;
  readonly name: string;
  readonly kind: ActorKind;
  readonly description: string | null;
  readonly aliases: readonly string[];
}

/** Days are ISO 8601 dates, the first and the last that the bounds can mean; an unknown bound is null. */
export interface AffiliationDraft {
  readonly member: string;
  readonly organisation: string;
  readonly kind: AffiliationKind;
  readonly role: string | null;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
  readonly startPrecision: DatePrecision;
  readonly endPrecision: DatePrecision;
}

/** One version of a codebook. */
export interface CodebookDraft {
  readonly slug: string;
  readonly version: number;
  readonly title: string;
  readonly description: string;
  readonly isDefault: boolean;
  readonly stances: readonly { readonly stance: Stance; readonly definition: string }[];
  readonly conditions: readonly ConditionDraft[];
  /** What the stance of a denial is; null if the codebook does not define it. */
  readonly denials: { readonly stance: DenialStance; readonly definition: string } | null;
}

/** A condition of a codebook, by code. */
export interface ConditionDraft {
  readonly code: string;
  readonly kind: ConditionKind;
  readonly title: string;
  readonly proposition: string;
  readonly guidance: string | null;
  readonly indicatorTerms: readonly string[];
}

/** The header of a document, by reference. */
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

/** Fields of a header that can be cleared: `kind` becomes `OTHER`, `release` `UNKNOWN`, others empty. */
export const CLEARABLE_FIELDS = [
  'kind',
  'title',
  'createdAt',
  'releasedAt',
  'release',
  'classification',
  'handling',
  'origin',
  'caseNumber',
  'tags',
  'language',
  'rights',
  'provenance',
  'enclosedBy',
  'references',
  'authors',
  'addressees',
] as const;
/** One of {@link CLEARABLE_FIELDS}. */
export type ClearableField = (typeof CLEARABLE_FIELDS)[number];

/** Author, addressee or recipient of a copy. */
export interface CorrespondentDraft {
  readonly role: CorrespondentRole;
  readonly asWritten: string;
  /** Slug of the actor with this name; null if there is none. */
  readonly actor: string | null;
}

/** A document's text. Offsets count its UTF-16 units, end exclusive. */
export interface TextDraft {
  /** Reference of the document. */
  readonly document: string;
  readonly coverage: TextCoverage;
  readonly text: string;
  readonly passages: readonly PassageDraft[];
  readonly messages: readonly SourceMessage[];
  readonly furniture: readonly Furniture[];
  readonly warnings: readonly ReadWarning[];
}

/** A paragraph, by its offsets in the text. */
export interface PassageDraft {
  readonly number: number | null;
  readonly heading: string | null;
  readonly marking: string | null;
  readonly start: number;
  readonly end: number;
}

/** The work of one coder on one document by one version of a codebook; perhaps without positions. */
export interface CodingDraft {
  /** Reference of the document. */
  readonly document: string;
  /** Slug of the codebook. */
  readonly codebook: string;
  readonly version: number;
  readonly coder: string;
  readonly status: PositionStatus;
}

/** What identifies a coding: `document/coder/codebook@version`. */
export function codingKey({
  document,
  coder,
  codebook,
  version,
}: Omit<CodingDraft, 'status'>): string {
  return `${document}/${coder}/${codebook}@${version}`;
}

/** A position, by key. Names are slugs, codes and references. */
export interface PositionDraft {
  /** `document/coder/statement/condition`: the same for every version of the position. */
  readonly key: string;
  readonly codebook: string;
  readonly version: number;
  readonly condition: string;
  readonly holder: string;
  /** The actor for whom the holder said that it spoke; null if the statement names none. */
  readonly onBehalfOf: string | null;
  readonly stance: Stance;
  /** ISO 8601 date: the first day that the statement's date can mean. */
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
  /** Key of the position that a denial disputes. */
  readonly disputes: string | null;
  readonly evidence: readonly EvidenceDraft[];
  readonly attribution: readonly AttributionDraft[];
}

/** A quotation, by its offsets in the current text of the document. */
export interface EvidenceDraft {
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Index in the text's passages; null if the quotation is in none. */
  readonly passage: number | null;
}

/** One step of an attribution chain. Actors are slugs. */
export interface AttributionDraft {
  readonly speaker: string;
  readonly audience: readonly string[];
  readonly channel: Channel;
  readonly toldOn: PartialDate | null;
}
