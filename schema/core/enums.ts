/** The closed vocabularies, with what each word means. */

import type { CONTRAST_ASPECTS } from '#src/analysis/discrepancies/contrasts.ts';
import type { DISCREPANCY_KINDS } from '#src/analysis/discrepancies/discrepancy-kinds.ts';
import type { PERIODS } from '#src/domain/dates.ts';
import {
  type ACTOR_KINDS,
  type AFFILIATION_KINDS,
  type CHANNELS,
  type CONDITION_KINDS,
  type CONFIDENCES,
  type CORRESPONDENT_ROLES,
  type DATE_PRECISIONS,
  type DOCUMENT_KINDS,
  type MODALITIES,
  type POSITION_STATUSES,
  type RELEASES,
  type STANCES,
  type TEXT_COVERAGES,
  type WORDINGS,
} from '#src/domain/vocabulary.ts';
import { builder } from './builder.ts';

/** An enum whose values are exactly those of a vocabulary; TypeScript refuses a missing or foreign word. */
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

export const StanceEnum = vocabulary<typeof STANCES>(
  'Stance',
  'How a holder stands to a condition: an ordinal scale of five levels.',
  {
    UPHOLDS:
      '+2: states the proposition without qualification; demands it, or undertakes to meet it.',
    QUALIFIES:
      '+1: supports it in part: gradually, implicitly, as a preference, with exceptions, or for later.',
    NONCOMMITTAL: '0: addresses it and takes no side.',
    RESISTS: '−1: argues against meeting or enforcing it now, short of a refusal.',
    REJECTS: '−2: refuses it, or practises, urges or defends the opposite as its own course.',
  },
);

export const ChannelEnum = vocabulary<typeof CHANNELS>(
  'Channel',
  'The setting in which words were spoken or written.',
  {
    PUBLIC:
      'Meant for everybody: a press conference, an interview, a speech, a published statement, a remark to a reporter.',
    PRIVATE: 'A meeting or message that was not meant for publication.',
    INTERNAL: "A government's instruction or report to its own people, talking points included.",
    UNKNOWN: 'The text does not tell.',
  },
);

export const WordingEnum = vocabulary<typeof WORDINGS>(
  'Wording',
  "Whether the document gives the holder's own words.",
  {
    VERBATIM: "The document puts the holder's words in quotation marks, or is the holder's own.",
    PARAPHRASE: "The document tells it in other words than the holder's.",
  },
);

export const ModalityEnum = vocabulary<typeof MODALITIES>(
  'Modality',
  'Whether the holder takes the position or denies one ascribed to it.',
  {
    ASSERTED: 'The holder takes this position.',
    DENIED: 'The holder denies a position or act that is ascribed to the holder.',
  },
);

export const DatePrecisionEnum = vocabulary<typeof DATE_PRECISIONS>(
  'DatePrecision',
  'How precisely a date is known.',
  {
    DAY: 'The very day.',
    MONTH: 'The month; the date given is its first day.',
    YEAR: 'The year; the date given is its first day.',
  },
);

export const ConfidenceEnum = vocabulary<typeof CONFIDENCES>(
  'Confidence',
  'How sure the coder is of the coding.',
  {
    HIGH: 'A rule of the codebook decides it.',
    MEDIUM: 'The rules leave a choice, and the text favours this one.',
    LOW: 'Another coder might well decide otherwise.',
  },
);

export const PositionStatusEnum = vocabulary<typeof POSITION_STATUSES>(
  'PositionStatus',
  'How far a coding has come.',
  {
    PROVISIONAL: 'Coded by one coder.',
    SETTLED: 'Coded apart by several coders, compared, and settled between them.',
  },
);

export const ConditionKindEnum = vocabulary<typeof CONDITION_KINDS>(
  'ConditionKind',
  'Whether a condition is asked of the party, or tied to what it does.',
  {
    PRINCIPLE: 'Asked of the party itself.',
    CONSEQUENCE: 'What others tie to its meeting the principles.',
  },
);

export const ActorKindEnum = vocabulary<typeof ACTOR_KINDS>(
  'ActorKind',
  'What sort of actor this is.',
  {
    PERSON: 'A human being.',
    OFFICE: 'A post that persons hold in turn.',
    ORGANISATION: 'A ministry, embassy, movement, party or company.',
    STATE: 'A state, standing for its government.',
    COALITION: 'Several actors acting as one; its members are not rolled up into it.',
    MEDIA_OUTLET: 'A newspaper, agency, broadcaster or site.',
  },
);

export const AffiliationKindEnum = vocabulary<typeof AFFILIATION_KINDS>(
  'AffiliationKind',
  'What belonging to an organisation means for counting.',
  {
    PART_OF: "Speaks for it: the member's positions are counted among those of the organisation.",
    COALITION_MEMBER: 'Belongs to a coalition, and speaks for itself all the same.',
  },
);

export const DocumentKindEnum = vocabulary<typeof DOCUMENT_KINDS>(
  'DocumentKind',
  'What sort of document this is.',
  {
    CABLE: 'A telegram between a ministry and its posts.',
    EMAIL: 'An electronic mail, with the messages nested in it.',
    NEWS_ARTICLE: 'An article or report by a news outlet.',
    STATEMENT: 'A published statement, communiqué or speech.',
    MEMORANDUM: 'A note within a government or organisation.',
    LETTER: 'A letter.',
    OTHER: 'Anything else, or not known.',
  },
);

export const ReleaseEnum = vocabulary<typeof RELEASES>(
  'Release',
  'How the document became public.',
  {
    FOIA: 'Released on request under a freedom of information act.',
    LEAK: 'Published against the will of its owner.',
    PRESS: 'Published by a news outlet.',
    OFFICIAL: 'Published by its author.',
    UNKNOWN: 'Not known.',
  },
);

export const TextCoverageEnum = vocabulary<typeof TEXT_COVERAGES>(
  'TextCoverage',
  'How much of the document the stored text is.',
  {
    FULL: 'The whole text.',
    EXCERPTS: 'The quoted sentences alone, because the rest is somebody’s copyright.',
  },
);

export const CorrespondentRoleEnum = vocabulary<typeof CORRESPONDENT_ROLES>(
  'CorrespondentRole',
  'What a correspondent has to do with the document.',
  {
    AUTHOR: 'Wrote or sent it.',
    ADDRESSEE: 'It is addressed to them.',
    COPY: 'They were sent a copy, for information.',
  },
);

export const PeriodEnum = vocabulary<typeof PERIODS>('Period', 'A stretch of the calendar.', {
  YEAR: 'A calendar year.',
  MONTH: 'A calendar month.',
});

export const DiscrepancyKindEnum = vocabulary<typeof DISCREPANCY_KINDS>(
  'DiscrepancyKind',
  'What sets two differing positions of one actor apart. A pair can be of several kinds.',
  {
    PUBLIC_VS_PRIVATE:
      'One was stated in a `PUBLIC` setting, the other in a `PRIVATE` or `INTERNAL` one.',
    OWN_WORDS_VS_REPORTED:
      'One is in the holder’s own words (wording `VERBATIM`, or no retelling), the other a `PARAPHRASE` that others told.',
    ASSERTED_VS_DENIED: 'One is `ASSERTED`, the other `DENIED`.',
    PERSON_VS_PARTY:
      'One is held by a person or office, the other by an organisation or state that it was part of on the day of its statement.',
    OTHER: 'None of the other kinds: nothing but stance and date need differ.',
  },
);

export const ContrastAspectEnum = vocabulary<typeof CONTRAST_ASPECTS>(
  'ContrastAspect',
  'An aspect in which two positions can differ, and how its values are written.',
  {
    HOLDER: 'Who holds it: slugs of actors.',
    CHANNEL: 'The setting of the utterance: values of `Channel`.',
    WORDING: 'Whether the words are the holder’s: values of `Wording`.',
    RETELLINGS: 'Tellings between the holder and the author of the document: whole numbers.',
    MODALITY: 'Whether it is asserted or denied: values of `Modality`.',
    DOCUMENT: 'Where it was found: references of documents.',
    CODER: 'Who coded it: names of coders. A difference here can be one of coding.',
  },
);
