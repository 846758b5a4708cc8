/**
 * The closed vocabularies of the model, in the order in which they are listed to people.
 * The database, the GraphQL schema and the coding files use these very words.
 */

export const STANCES = ['UPHOLDS', 'QUALIFIES', 'NONCOMMITTAL', 'RESISTS', 'REJECTS'] as const;
export type Stance = (typeof STANCES)[number];

/** Where each stance stands on the ordinal scale, from +2 to −2 (codebook.md, "Stance"). */
export const STANCE_VALUE: Readonly<Record<Stance, number>> = {
  UPHOLDS: 2,
  QUALIFIES: 1,
  NONCOMMITTAL: 0,
  RESISTS: -1,
  REJECTS: -2,
};

export const CHANNELS = ['PUBLIC', 'PRIVATE', 'INTERNAL', 'UNKNOWN'] as const;
export type Channel = (typeof CHANNELS)[number];

export const WORDINGS = ['VERBATIM', 'PARAPHRASE'] as const;
export type Wording = (typeof WORDINGS)[number];

export const MODALITIES = ['ASSERTED', 'DENIED'] as const;
export type Modality = (typeof MODALITIES)[number];

export const DATE_PRECISIONS = ['DAY', 'MONTH', 'YEAR'] as const;
export type DatePrecision = (typeof DATE_PRECISIONS)[number];

export const CONFIDENCES = ['HIGH', 'MEDIUM', 'LOW'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** Coded once, or coded apart by several coders and settled between them. */
export const POSITION_STATUSES = ['PROVISIONAL', 'SETTLED'] as const;
export type PositionStatus = (typeof POSITION_STATUSES)[number];

export const CONDITION_KINDS = ['PRINCIPLE', 'CONSEQUENCE'] as const;
export type ConditionKind = (typeof CONDITION_KINDS)[number];

export const ACTOR_KINDS = [
  'PERSON',
  'OFFICE',
  'ORGANISATION',
  'STATE',
  'COALITION',
  'MEDIA_OUTLET',
] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** `PART_OF` rolls up to a party; `COALITION_MEMBER` (Russia in the Quartet) does not. */
export const AFFILIATION_KINDS = ['PART_OF', 'COALITION_MEMBER'] as const;
export type AffiliationKind = (typeof AFFILIATION_KINDS)[number];

export const DOCUMENT_KINDS = [
  'CABLE',
  'EMAIL',
  'NEWS_ARTICLE',
  'STATEMENT',
  'MEMORANDUM',
  'LETTER',
  'OTHER',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export const RELEASES = ['FOIA', 'LEAK', 'PRESS', 'OFFICIAL', 'UNKNOWN'] as const;
export type Release = (typeof RELEASES)[number];

export const TEXT_COVERAGES = ['FULL', 'EXCERPTS'] as const;
export type TextCoverage = (typeof TEXT_COVERAGES)[number];

export const CORRESPONDENT_ROLES = ['AUTHOR', 'ADDRESSEE', 'COPY'] as const;
export type CorrespondentRole = (typeof CORRESPONDENT_ROLES)[number];
