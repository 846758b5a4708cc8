import { builder } from '../core/builder.ts';
import {
  ChannelEnum,
  CodingChoiceEnum,
  CountingEnum,
  DocumentKindEnum,
  ModalityEnum,
  PositionStatusEnum,
  ReleaseEnum,
  WordingEnum,
} from '../core/enums.ts';

/** Filter shared by every query on positions. */
export const PositionFilter = builder.inputType('PositionFilter', {
  description:
    'Selects positions. A position must match every field given; omitted fields match all positions.',
  fields: (t) => ({
    statedFrom: t.field({
      type: 'Date',
      description:
        'Earliest date of statement, inclusive. A date known to the month or year counts as its first day.',
    }),
    statedTo: t.field({
      type: 'Date',
      description:
        'Latest date of statement, inclusive. A date known to the month or year counts as its first day.',
    }),
    channels: t.field({ type: [ChannelEnum], description: "Channels of the holder's utterance." }),
    maxRetellings: t.int({
      description:
        "Maximum number of retellings between the holder and the document's author: 0 for the holder's own documents, 1 for what the author heard or read, 2 for what reached the author through an intermediary.",
    }),
    wordings: t.field({
      type: [WordingEnum],
      description: "Wordings: the holder's own words, or a paraphrase.",
    }),
    modalities: t.field({ type: [ModalityEnum], description: 'Modalities: asserted, or denied.' }),
    documentKinds: t.field({
      type: [DocumentKindEnum],
      description: 'Kinds of the document.',
    }),
    releases: t.field({
      type: [ReleaseEnum],
      description: 'Ways in which the document became public.',
    }),
    reportedBy: t.stringList({
      description:
        'Slugs of actors for which the document\'s author spoke on the day of writing (`Document.authorPartyCertain`): `["united-states"]`.',
    }),
    coders: t.stringList({
      description: 'Names of coders. Their codings all count, unless `codings` is given.',
    }),
    statuses: t.field({
      type: [PositionStatusEnum],
      description: 'Statuses of the coding: provisional, or settled.',
    }),
    codings: t.field({
      type: CodingChoiceEnum,
      description:
        'Codings of each document to count, where several coders coded it. Default: `ONE`; `ALL` if `coders` is given.',
    }),
    countings: t.field({
      type: [CountingEnum],
      description: 'Whether and why figures count the position: `[BY_RULE]` for those in doubt.',
    }),
  }),
});
