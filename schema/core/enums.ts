/** The closed vocabularies, with the meaning of each word. */

import type { CONTRAST_ASPECTS } from '#src/analysis/discrepancies/contrasts.ts';
import type { DISCREPANCY_KINDS } from '#src/analysis/discrepancies/discrepancy-kinds.ts';
import type { CODING_STATES } from '#src/app/search/coding-states.ts';
import type { SUBJECT_KINDS } from '#src/app/search/search-filter.ts';
import type { PERIODS } from '#src/domain/dates.ts';
import {
  type ACTOR_KINDS,
  type AFFILIATION_KINDS,
  type CHANNELS,
  type CODING_CHOICES,
  type CONDITION_KINDS,
  type CONFIDENCES,
  type CORRESPONDENT_ROLES,
  type COUNTINGS,
  type DATE_PRECISIONS,
  type DENIAL_STANCES,
  type DOCUMENT_KINDS,
  type MODALITIES,
  type POSITION_STATUSES,
  type RELEASES,
  type STANCES,
  type TEXT_COVERAGES,
  type WORDINGS,
} from '#src/domain/vocabulary.ts';
import { builder } from './builder.ts';

/** An enum whose values are exactly those of a vocabulary; TypeScript rejects missing and unknown words. */
function vocabulary<Words extends readonly string[]>(
  name: string,
  description: string,
  meanings: Readonly<Record<Words[number], string>>,
) {
  const values = Object.fromEntries(
    Object.entries<string>(meanings).map(([word, meaning]) => [word, { description: meaning }]),
  ) as Record<Words[number], { description: string }>;
  return builder.enumType(name, { description, values });
}

/** `Stance`. */
export const StanceEnum = vocabulary<typeof STANCES>(
  'Stance',
  'Stance of a holder on a condition, on an ordinal scale of five levels.',
  {
    UPHOLDS:
      '+2: affirms the proposition without qualification, demands it, or undertakes to meet it.',
    QUALIFIES:
      '+1: supports it in part: gradually, implicitly, as a preference, with exceptions, or for later.',
    NONCOMMITTAL: '0: addresses it without taking a side.',
    RESISTS: '−1: argues against meeting or enforcing it now, short of a refusal.',
    REJECTS: '−2: refuses it, or practises, urges or defends the opposite as its own course.',
  },
);

/** `Channel`. */
export const ChannelEnum = vocabulary<typeof CHANNELS>('Channel', 'Setting of an utterance.', {
  PUBLIC:
    'Intended for the public: a press conference, interview, speech, published statement or remark to a reporter.',
  PRIVATE: 'A meeting or message not intended for publication.',
  INTERNAL: "A government's instruction or report to its own staff, including talking points.",
  UNKNOWN: 'The document does not state the setting.',
});

/** `Wording`. */
export const WordingEnum = vocabulary<typeof WORDINGS>(
  'Wording',
  "Whether the words are the holder's own.",
  {
    VERBATIM: "The document quotes the holder's words in quotation marks, or is the holder's own.",
    PARAPHRASE: "The document reports the position in words other than the holder's.",
  },
);

/** `Modality`. */
export const ModalityEnum = vocabulary<typeof MODALITIES>(
  'Modality',
  'Whether the holder asserts the position or denies it.',
  {
    ASSERTED: 'The holder takes the position.',
    DENIED:
      'The holder denies a position or act ascribed to it. The stance is the one that the holder takes by denying, never the one denied (`Codebook.denials`).',
  },
);

/** `DenialStance`. */
export const DenialStanceEnum = vocabulary<typeof DENIAL_STANCES>(
  'DenialStance',
  'Which stance a denial can have, given the position that it disputes.',
  {
    OTHER: 'Any stance but that of the disputed position.',
    OPPOSITE:
      'The opposite of the disputed position: `UPHOLDS` for `REJECTS`, `QUALIFIES` for `RESISTS`.',
  },
);

/** `DatePrecision`. */
export const DatePrecisionEnum = vocabulary<typeof DATE_PRECISIONS>(
  'DatePrecision',
  'Precision of a date.',
  {
    DAY: 'Known to the day.',
    MONTH: 'Known to the month; the date given is its first day.',
    YEAR: 'Known to the year; the date given is its first day.',
  },
);

/** `Confidence`. */
export const ConfidenceEnum = vocabulary<typeof CONFIDENCES>(
  'Confidence',
  'Confidence of the coder in a coding.',
  {
    HIGH: 'A codebook rule decides the coding.',
    MEDIUM: 'The rules leave a choice, and the text favours this coding.',
    LOW: 'Another coder could reasonably decide otherwise.',
  },
);

/** `PositionStatus`. */
export const PositionStatusEnum = vocabulary<typeof POSITION_STATUSES>(
  'PositionStatus',
  'Status of a coding.',
  {
    PROVISIONAL: 'Coded by one coder.',
    SETTLED: 'Coded independently by several coders, compared, and settled between them.',
  },
);

/** `Counting`. */
export const CountingEnum = vocabulary<typeof COUNTINGS>(
  'Counting',
  'Whether figures count a position. A coding is the work of one coder on one document by one codebook; of several codings of a document, figures count one.',
  {
    COUNTED: 'Its coding is the only one of its document that is settled, or the only one.',
    BY_RULE:
      'Counted, but by rule: none of several codings of its document is settled, or several are; that of the coder whose name sorts first counts.',
    NOT_COUNTED: 'Another coding of its document is counted.',
  },
);

/** `CodingState`. */
export const CodingStateEnum = vocabulary<typeof CODING_STATES>(
  'CodingState',
  'How far a document is coded by a codebook.',
  {
    NOT_CODED: 'No position in it is coded.',
    PROVISIONAL: 'Positions in it are coded; none is settled.',
    SETTLED: 'Positions in it are coded and settled.',
  },
);

/** `SearchSubjectKind`. */
export const SearchSubjectKindEnum = vocabulary<typeof SUBJECT_KINDS>(
  'SearchSubjectKind',
  'Kinds of result of a search.',
  {
    ACTOR: 'Actors, found by name.',
    DOCUMENT: 'Documents, found by title, reference, correspondents, origin and provenance.',
    PASSAGE: 'Passages, found by their text.',
    POSITION: 'Positions, found by their summary.',
  },
);

/** `CodingChoice`. */
export const CodingChoiceEnum = vocabulary<typeof CODING_CHOICES>(
  'CodingChoice',
  'Codings of a document by one codebook to count.',
  {
    ONE: 'One coding: the settled one, else the only one, else that of the coder whose name sorts first.',
    ALL: 'The codings of all coders.',
  },
);

/** `ConditionKind`. */
export const ConditionKindEnum = vocabulary<typeof CONDITION_KINDS>(
  'ConditionKind',
  'Whether a condition is a demand on the party, or a consequence of meeting the demands.',
  {
    PRINCIPLE: 'A demand on the party itself.',
    CONSEQUENCE: 'What others make dependent on the party meeting the principles.',
  },
);

/** `ActorKind`. */
export const ActorKindEnum = vocabulary<typeof ACTOR_KINDS>('ActorKind', 'Kind of actor.', {
  PERSON: 'An individual person.',
  OFFICE: 'A post held by a succession of persons.',
  ORGANISATION: 'A ministry, embassy, movement, party or company.',
  STATE: 'A state, represented by its government.',
  COALITION:
    "Several actors acting jointly; the positions of members do not count among the coalition's.",
  MEDIA_OUTLET: 'A newspaper, news agency, broadcaster or website.',
});

/** `AffiliationKind`. */
export const AffiliationKindEnum = vocabulary<typeof AFFILIATION_KINDS>(
  'AffiliationKind',
  "Whether a member's positions count among the organisation's.",
  {
    PART_OF:
      "The member speaks for the organisation: its positions count among the organisation's.",
    COALITION_MEMBER:
      "The member belongs to a coalition and speaks for itself: its positions do not count among the coalition's.",
  },
);

/** `DocumentKind`. */
export const DocumentKindEnum = vocabulary<typeof DOCUMENT_KINDS>(
  'DocumentKind',
  'Kind of document.',
  {
    CABLE: 'A diplomatic telegram between a ministry and its posts.',
    EMAIL: 'An email, including the messages nested in it.',
    NEWS_ARTICLE: 'An article or report by a news outlet.',
    STATEMENT: 'A published statement, communiqué or speech.',
    MEMORANDUM: 'A memorandum within a government or organisation.',
    LETTER: 'A letter.',
    OTHER: 'Any other kind, or unknown.',
  },
);

/** `Release`. */
export const ReleaseEnum = vocabulary<typeof RELEASES>(
  'Release',
  'How the document became public.',
  {
    FOIA: 'Released on request under a freedom of information act.',
    LEAK: 'Published without authorisation.',
    PRESS: 'Published by a news outlet.',
    OFFICIAL: 'Published by its author.',
    UNKNOWN: 'Unknown release.',
  },
);

/** `TextCoverage`. */
export const TextCoverageEnum = vocabulary<typeof TEXT_COVERAGES>(
  'TextCoverage',
  'Coverage of the document by the stored text.',
  {
    FULL: 'Complete text.',
    EXCERPTS: 'Quoted sentences only, because the rest is under copyright.',
  },
);

/** `CorrespondentRole`. */
export const CorrespondentRoleEnum = vocabulary<typeof CORRESPONDENT_ROLES>(
  'CorrespondentRole',
  'Role of a correspondent.',
  {
    AUTHOR: 'Wrote or sent the document.',
    ADDRESSEE: 'Addressed by the document.',
    COPY: 'Received a copy for information.',
  },
);

/** `Period`. */
export const PeriodEnum = vocabulary<typeof PERIODS>('Period', 'Length of a period.', {
  YEAR: 'A calendar year.',
  MONTH: 'A calendar month.',
});

/** `DiscrepancyKind`. */
export const DiscrepancyKindEnum = vocabulary<typeof DISCREPANCY_KINDS>(
  'DiscrepancyKind',
  'Kind of discrepancy between two positions of one actor. A pair can be of several kinds.',
  {
    PUBLIC_VS_PRIVATE:
      'One was stated in a `PUBLIC` setting, the other in a `PRIVATE` or `INTERNAL` one.',
    OWN_WORDS_VS_REPORTED:
      "One is in the holder's own words (wording `VERBATIM`, or no retelling), the other a `PARAPHRASE` by others.",
    ASSERTED_VS_DENIED: 'One is `ASSERTED`, the other `DENIED`.',
    PERSON_VS_PARTY:
      'One is held by a person or office, the other by an organisation or state that this person or office was part of on the day of its statement.',
    OTHER: 'None of the other kinds.',
  },
);

/** `ContrastAspect`. */
export const ContrastAspectEnum = vocabulary<typeof CONTRAST_ASPECTS>(
  'ContrastAspect',
  'Aspect in which two positions can differ, and the form of its values.',
  {
    HOLDER: 'Holder: slug of an actor.',
    CHANNEL: 'Setting of the utterance: value of `Channel`.',
    WORDING: "Whether the words are the holder's own: value of `Wording`.",
    RETELLINGS: "Number of retellings between the holder and the document's author: whole number.",
    MODALITY: 'Whether the position is asserted or denied: value of `Modality`.',
    DOCUMENT: 'Document in which the position is found: canonical reference.',
    CODER: 'Coder: name. Differences between coders can be differences of coding, not of stance.',
  },
);
