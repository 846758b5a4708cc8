/**
 * Stances from the most to the least favourable. Vocabularies are closed and in display order; the
 * database, the GraphQL schema and the coding files use the same words.
 */
export const STANCES = ['UPHOLDS', 'QUALIFIES', 'NONCOMMITTAL', 'RESISTS', 'REJECTS'] as const;
export type Stance = (typeof STANCES)[number];

/** Value of each stance on the ordinal scale, 2…−2 (codebook.md, "Stance"). */
export const STANCE_VALUE: Readonly<Record<Stance, number>> = {
  UPHOLDS: 2,
  QUALIFIES: 1,
  NONCOMMITTAL: 0,
  RESISTS: -1,
  REJECTS: -2,
};

/** Lowest value of the stance scale. */
export const LOWEST_STANCE = -2;

/** Settings of a statement, by audience (codebook.md, "Channel"). */
export const CHANNELS = ['PUBLIC', 'PRIVATE', 'INTERNAL', 'UNKNOWN'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Whether the document quotes or paraphrases the holder. */
export const WORDINGS = ['VERBATIM', 'PARAPHRASE'] as const;
export type Wording = (typeof WORDINGS)[number];

/** Whether the position is asserted or denied. */
export const MODALITIES = ['ASSERTED', 'DENIED'] as const;
export type Modality = (typeof MODALITIES)[number];

/** Which stance a denial of a position can have: any other than that position's, or its opposite. */
export const DENIAL_STANCES = ['OTHER', 'OPPOSITE'] as const;
export type DenialStance = (typeof DENIAL_STANCES)[number];

/** Precision of a date. */
export const DATE_PRECISIONS = ['DAY', 'MONTH', 'YEAR'] as const;
export type DatePrecision = (typeof DATE_PRECISIONS)[number];

/** A coder's confidence in a coding. */
export const CONFIDENCES = ['HIGH', 'MEDIUM', 'LOW'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** Coded by one coder, or coded independently by several and reconciled. */
export const POSITION_STATUSES = ['PROVISIONAL', 'SETTLED'] as const;
export type PositionStatus = (typeof POSITION_STATUSES)[number];

/**
 * Whether figures count a position unless asked otherwise: its coding is the settled one or the only one
 * of its document, was chosen by a rule among several, or is not the one that counts (choose-codings.ts).
 */
export const COUNTINGS = ['COUNTED', 'BY_RULE', 'NOT_COUNTED'] as const;
export type Counting = (typeof COUNTINGS)[number];

/** Which codings of a document a figure counts: one of them, or all. */
export const CODING_CHOICES = ['ONE', 'ALL'] as const;
export type CodingChoice = (typeof CODING_CHOICES)[number];

/**
 * A principle required of the party, or a consequence that others tie to its meeting the
 * principles.
 */
export const CONDITION_KINDS = ['PRINCIPLE', 'CONSEQUENCE'] as const;
export type ConditionKind = (typeof CONDITION_KINDS)[number];

/** Kinds of actor. */
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

/** Kinds of document. */
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

/** How a document became public. */
export const RELEASES = ['FOIA', 'LEAK', 'PRESS', 'OFFICIAL', 'UNKNOWN'] as const;
export type Release = (typeof RELEASES)[number];

/** Whether the stored text is complete. */
export const TEXT_COVERAGES = ['FULL', 'EXCERPTS'] as const;
export type TextCoverage = (typeof TEXT_COVERAGES)[number];

/** Roles of the people and offices named in a document's header. */
export const CORRESPONDENT_ROLES = ['AUTHOR', 'ADDRESSEE', 'COPY'] as const;
export type CorrespondentRole = (typeof CORRESPONDENT_ROLES)[number];
