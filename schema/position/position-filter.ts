import { builder } from '../core/builder.ts';
import {
  ChannelEnum,
  DocumentKindEnum,
  ModalityEnum,
  ReleaseEnum,
  WordingEnum,
} from '../core/enums.ts';

export const PositionFilter = builder.inputType('PositionFilter', {
  description: 'Which positions to count or list. Every field narrows; what is left out does not.',
  fields: (t) => ({
    statedFrom: t.field({
      type: 'Date',
      description: 'Stated on this day or later. Of a month or year, its first day counts.',
    }),
    statedTo: t.field({
      type: 'Date',
      description: 'Stated on this day or earlier. Of a month or year, its first day counts.',
    }),
    channels: t.field({ type: [ChannelEnum], description: 'Stated in one of these settings.' }),
    maxRetellings: t.int({
      description:
        'At most so many tellings between the holder and the author of the document: 0 for the holder’s own documents, 1 for what the author heard or read, 2 for what another told the author.',
    }),
    wordings: t.field({
      type: [WordingEnum],
      description: 'In the holder’s own words, or in others.',
    }),
    modalities: t.field({ type: [ModalityEnum], description: 'Asserted, or denied.' }),
    documentKinds: t.field({
      type: [DocumentKindEnum],
      description: 'Found in documents of these kinds.',
    }),
    releases: t.field({
      type: [ReleaseEnum],
      description: 'Found in documents that became public in these ways.',
    }),
    reportedBy: t.stringList({
      description:
        'Found in documents whose author spoke for one of these actors (slugs): `["united-states"]`.',
    }),
    coders: t.stringList({ description: 'Coded by one of these coders.' }),
  }),
});
