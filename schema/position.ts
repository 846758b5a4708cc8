import { partyOn } from '#src/domain/affiliation.ts';
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { dayNumber, isoDay } from '#src/domain/dates.ts';
import { STANCE_VALUE } from '#src/domain/vocabulary.ts';
import { builder } from './builder.ts';
import type { Context } from './context.ts';
import {
  ChannelEnum,
  ConfidenceEnum,
  DatePrecisionEnum,
  ModalityEnum,
  PositionStatusEnum,
  StanceEnum,
  WordingEnum,
} from './enums.ts';
import { expectType } from './global-id.ts';
import { actorIn, conditionIn, documentIn, type Models } from './models.ts';
import { positionArguments, positionPage } from './position-list.ts';

/** The position of a key as it stands in the corpus; null where there is none. */
async function positionByKey(
  corpus: CorpusSnapshot,
  key: string,
  { loaders }: Context,
): Promise<Models['Position'] | null> {
  const id = await loaders.positionId.load({ id: key, revision: corpus.revision });
  return id === null ? null : { row: await loaders.position.load(id), corpus };
}

builder.node('Position', {
  description:
    "One holder's stated stance on one condition in one statement, proven by the document's own words.",
  id: { resolve: ({ row }) => row.key },
  loadMany: async (keys, context) => {
    const corpus = await context.latest();
    return Promise.all(keys.map((key) => positionByKey(corpus, key, context)));
  },
  fields: (t) => ({
    holder: t.field({
      type: 'Actor',
      description: 'The most specific actor whose position it is.',
      resolve: ({ row, corpus }) => actorIn(corpus, row.holderId),
    }),
    party: t.field({
      type: 'Actor',
      description: 'The party for which the holder spoke on the day of the statement.',
      resolve: ({ row, corpus }) => {
        const day = dayNumber(isoDate(row.statedOn)) ?? 0;
        return actorIn(corpus, partyOn(row.holderId, day, corpus.partOf));
      },
    }),
    condition: t.field({
      type: 'Condition',
      description: 'The condition on which a stance is taken.',
      resolve: ({ row, corpus }) => conditionIn(corpus, row.conditionId),
    }),
    stance: t.field({
      type: StanceEnum,
      description: 'How the holder stands to the condition.',
      resolve: ({ row }) => row.stance,
    }),
    value: t.int({
      description: 'The stance on the ordinal scale, from 2 (upholds) to −2 (rejects).',
      resolve: ({ row }) => STANCE_VALUE[row.stance],
    }),
    statedOn: t.field({
      type: 'Date',
      description: 'Day of the utterance, not of the document; of a month or year, its first day.',
      resolve: ({ row }) => isoDate(row.statedOn),
    }),
    statedOnPrecision: t.field({
      type: DatePrecisionEnum,
      description: 'How precisely that day is known.',
      resolve: ({ row }) => row.statedOnPrecision,
    }),
    onOrBefore: t.boolean({
      description: 'Whether the day is only the latest that it can have been.',
      resolve: ({ row }) => row.onOrBefore,
    }),
    channel: t.field({
      type: ChannelEnum,
      description: "Setting of the holder's own utterance.",
      resolve: ({ row }) => row.channel,
    }),
    wording: t.field({
      type: WordingEnum,
      description: "Whether the document gives the holder's own words.",
      resolve: ({ row }) => row.wording,
    }),
    modality: t.field({
      type: ModalityEnum,
      description: 'Whether the holder takes the position or denies one.',
      resolve: ({ row }) => row.modality,
    }),
    disputes: t.field({
      type: 'Position',
      nullable: true,
      description: 'For a denial, the position that it disputes, where that is coded.',
      resolve: ({ row, corpus }, _args, context) =>
        row.disputesKey === null ? null : positionByKey(corpus, row.disputesKey, context),
    }),
    retellings: t.int({
      description:
        "Tellings between the holder's utterance and the document's author: 0 if the document is the holder's own.",
      resolve: ({ row }) => row.retellings,
    }),
    summary: t.string({
      description: "What the holder's stance is, in the coder's words.",
      resolve: ({ row }) => row.summary,
    }),
    rationale: t.string({
      nullable: true,
      description: 'Which rule of the codebook decided the coding.',
      resolve: ({ row }) => row.rationale,
    }),
    document: t.field({
      type: 'Document',
      description: 'The document in which it was found.',
      resolve: ({ row, corpus }) => documentIn(corpus, row.documentId),
    }),
    evidence: t.field({
      type: ['Evidence'],
      description: 'The words that prove it, with their place in the text.',
      resolve: async ({ row, corpus }, _args, { loaders }) =>
        (await loaders.evidence.load(row.id)).map((evidence) => ({ row: evidence, corpus })),
    }),
    attribution: t.field({
      type: ['AttributionStep'],
      description:
        "Who told whom, from the holder's utterance (1) to the document itself (the last).",
      resolve: async ({ row, corpus }, _args, { loaders }) =>
        (await loaders.attribution.load(row.id)).map((step) => ({ row: step, corpus })),
    }),
    coder: t.string({ description: 'Who coded it.', resolve: ({ row }) => row.coder }),
    confidence: t.field({
      type: ConfidenceEnum,
      description: 'How sure the coder is.',
      resolve: ({ row }) => row.confidence,
    }),
    status: t.field({
      type: PositionStatusEnum,
      description: 'Whether it was coded once, or coded apart and settled.',
      resolve: ({ row }) => row.status,
    }),
    since: t.field({
      type: 'Revision',
      description: 'The revision that brought it in this form.',
      resolve: ({ row }, _args, { loaders }) => loaders.revision.load(row.sinceRevision),
    }),
  }),
});

function isoDate(date: Date): string {
  return isoDay(Math.floor(date.getTime() / 86_400_000));
}

builder.queryFields((t) => ({
  position: t.field({
    type: 'Position',
    nullable: true,
    description: 'The position of a global ID as it stands now; null if there is none.',
    args: {
      id: t.arg.globalID({ required: true, description: 'Its global ID.' }),
    },
    resolve: async (_root, { id }, context) => {
      expectType(id, ['Position'], ['id']);
      return positionByKey(await context.latest(), id.id, context);
    },
  }),
  positions: t.connection({
    type: 'Position',
    description: 'Positions in order of statement.',
    args: {
      actors: t.arg.stringList({
        description: 'Held by these actors (slugs), or by those that spoke for them: `["russia"]`.',
      }),
      conditions: t.arg.stringList({
        description: 'On these conditions (codes): `["RECOGNITION"]`.',
      }),
      codebook: t.arg.string({
        description:
          "Codebook that the codes belong to: `quartet-principles`, or `quartet-principles@1`. The corpus's default without it.",
      }),
      ...positionArguments,
    },
    resolve: async (_root, args, context) => positionPage(await context.latest(), args, context),
  }),
}));
