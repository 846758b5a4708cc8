/**
 * Labels of the API's enum values, in display order. Each table is checked against the generated type:
 * a missing or unknown value does not compile. The lists of values are the keys of the tables.
 */
import type {
  ActorKind,
  AffiliationKind,
  Channel,
  CodingState,
  ConditionKind,
  Confidence,
  Counting,
  DiscrepancyKind,
  DocumentKind,
  Modality,
  PositionStatus,
  Release,
  SearchSubjectKind,
  Stance,
  Wording,
} from '#src/client/generated/graphql.ts';

/** One label for each value of an enum. */
type Labels<Value extends string> = Readonly<Record<Value, string>>;

/** The values of a table of labels, in its order. */
function valuesOf<Value extends string>(labels: Labels<Value>): readonly Value[] {
  return Object.keys(labels) as Value[];
}

/** From the lowest stance to the highest: left to right in charts and legends. */
export const STANCE_LABEL: Labels<Stance> = {
  REJECTS: 'rejects',
  RESISTS: 'resists',
  NONCOMMITTAL: 'noncommittal',
  QUALIFIES: 'qualifies',
  UPHOLDS: 'upholds',
};
/** The stances, from the lowest to the highest. */
export const STANCES = valuesOf(STANCE_LABEL);
/** Value of each stance on the scale: −2 to +2. */
export const STANCE_VALUE = Object.fromEntries(
  STANCES.map((stance, rank) => [stance, rank - (STANCES.length - 1) / 2]),
) as Readonly<Record<Stance, number>>;

/** Labels of the settings in which positions are stated. */
export const CHANNEL_LABEL: Labels<Channel> = {
  PUBLIC: 'in public',
  PRIVATE: 'in private',
  INTERNAL: 'internal',
  UNKNOWN: 'channel unknown',
};
/** The channels, in display order. */
export const CHANNELS = valuesOf(CHANNEL_LABEL);

/** Labels of the kinds of document. */
export const DOCUMENT_KIND_LABEL: Labels<DocumentKind> = {
  CABLE: 'cable',
  EMAIL: 'email',
  LETTER: 'letter',
  MEMORANDUM: 'memorandum',
  NEWS_ARTICLE: 'news article',
  STATEMENT: 'statement',
  OTHER: 'other',
};
/** The kinds of document, in display order. */
export const DOCUMENT_KINDS = valuesOf(DOCUMENT_KIND_LABEL);

/** Labels of the wordings: the holder's own words, or a paraphrase. */
export const WORDING_LABEL: Labels<Wording> = {
  VERBATIM: 'verbatim',
  PARAPHRASE: 'paraphrase',
};
/** The wordings, in display order. */
export const WORDINGS = valuesOf(WORDING_LABEL);

/** Labels of the modalities. */
export const MODALITY_LABEL: Labels<Modality> = {
  ASSERTED: 'asserted',
  DENIED: 'denied',
};
/** The modalities, in display order. */
export const MODALITIES = valuesOf(MODALITY_LABEL);

/** Labels of the kinds of actor. */
export const ACTOR_KIND_LABEL: Labels<ActorKind> = {
  COALITION: 'coalition',
  MEDIA_OUTLET: 'media outlet',
  OFFICE: 'office',
  ORGANISATION: 'organisation',
  PERSON: 'person',
  STATE: 'state',
};

/** Labels of affiliations without a recorded role. */
export const AFFILIATION_KIND_LABEL: Labels<AffiliationKind> = {
  COALITION_MEMBER: 'coalition member',
  PART_OF: 'part of the organisation',
};

/** Labels of the kinds of condition. */
export const CONDITION_KIND_LABEL: Labels<ConditionKind> = {
  PRINCIPLE: 'principle',
  CONSEQUENCE: 'consequence',
};

/** Labels of the coder's confidence. */
export const CONFIDENCE_LABEL: Labels<Confidence> = {
  HIGH: 'high confidence',
  MEDIUM: 'medium confidence',
  LOW: 'low confidence',
};

/** Labels of the status of a coded position. */
export const POSITION_STATUS_LABEL: Labels<PositionStatus> = {
  PROVISIONAL: 'provisional',
  SETTLED: 'settled',
};

/** Labels of whether figures count a coding. */
export const COUNTING_LABEL: Labels<Counting> = {
  COUNTED: 'counted',
  BY_RULE: 'counted by rule: several codings of the document compete',
  NOT_COUNTED: 'not counted: another coding of the document is',
};

/** Labels of how a document became public. */
export const RELEASE_LABEL: Labels<Release> = {
  FOIA: 'released under a freedom of information act',
  LEAK: 'leaked',
  OFFICIAL: 'published by its author',
  PRESS: 'published by the press',
  UNKNOWN: 'unknown',
};

/** Labels of what sets two discrepant positions apart. */
export const DISCREPANCY_LABEL: Labels<DiscrepancyKind> = {
  PUBLIC_VS_PRIVATE: 'public vs. private',
  OWN_WORDS_VS_REPORTED: 'own words vs. reported',
  ASSERTED_VS_DENIED: 'asserted vs. denied',
  PERSON_VS_PARTY: 'person vs. party',
  OTHER: 'other',
};

/** Labels of the kinds of search result. */
export const SUBJECT_KIND_LABEL: Labels<SearchSubjectKind> = {
  ACTOR: 'actors',
  DOCUMENT: 'documents',
  PASSAGE: 'passages',
  POSITION: 'positions',
};

/** Labels of how far a document is coded. */
export const CODING_STATE_LABEL: Labels<CodingState> = {
  NOT_CODED: 'not coded',
  PROVISIONAL: 'provisionally coded',
  SETTLED: 'settled',
};
