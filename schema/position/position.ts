import { actorAt } from '#src/app/lookup/actors.ts';
import { conditionAt } from '#src/app/lookup/codebooks.ts';
import { codingOfPosition } from '#src/app/lookup/codings.ts';
import { documentAt } from '#src/app/lookup/documents.ts';
import { positionsQuery } from '#src/app/positions/list-positions.ts';
import { positionAt } from '#src/app/positions/position.ts';
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { isoDay } from '#src/domain/dates.ts';
import { attributesAt, type PositionColumns } from '#src/domain/position-columns.ts';
import { statedDate } from '#src/domain/possible-days.ts';
import { isPartyCertain, partyAt } from '#src/domain/spoken-for.ts';
import { STANCE_VALUE, STANCES } from '#src/domain/vocabulary.ts';
import type { PositionRecord } from '#src/store/read/read-records.ts';
import { codebookArgument, revisionArgument } from '../core/arguments.ts';
import { builder } from '../core/builder.ts';
import { CITABLE_LIST, citedList } from '../core/cited.ts';
import type { Context } from '../core/context.ts';
import { cost, SHORT_LIST } from '../core/cost.ts';
import {
  ChannelEnum,
  ConfidenceEnum,
  CountingEnum,
  DatePrecisionEnum,
  ModalityEnum,
  PositionStatusEnum,
  StanceEnum,
  WordingEnum,
} from '../core/enums.ts';
import { expectType, loadNodes, nodeKey } from '../core/global-id.ts';
import type { Models } from '../core/models.ts';
import { listedPositions, positionArguments } from './position-list.ts';

/** The position with this key at the snapshot's revision, or null. */
async function positionByKey(
  corpus: CorpusSnapshot,
  key: string,
  { loaders }: Context,
): Promise<Models['Position'] | null> {
  const id = await loaders.positionId.load({ id: key, revision: corpus.revision });
  return id === null ? null : positionAt(corpus, await loaders.position.load(id));
}

/** The position's value in a column. */
function valueOf(
  { corpus: { positions }, index }: Models['Position'],
  column: Exclude<keyof PositionColumns, 'length' | 'attributeSets'>,
): number {
  return positions[column][index] ?? 0;
}

const attributesOf = ({ corpus, index }: Models['Position']) =>
  attributesAt(corpus.positions, index);

/** Fields of the position that are not in the columns. */
function recordOf(position: Models['Position'], { loaders }: Context): Promise<PositionRecord> {
  return loaders.position.load(valueOf(position, 'id'));
}

const STANCE_OF = new Map(STANCES.map((stance) => [STANCE_VALUE[stance], stance]));

builder.node('Position', {
  description:
    "A holder's stance on a condition in one statement, with the quotations that prove it.",
  id: {
    resolve: async (position, _args, context) =>
      nodeKey(position.corpus, (await recordOf(position, context)).key),
  },
  loadMany: (ids, context) =>
    loadNodes(ids, context, (corpus, key) => positionByKey(corpus, key, context)),
  fields: (t) => ({
    holder: t.field({
      type: 'Actor',
      description: 'Most specific actor that holds the position.',
      resolve: (position) => actorAt(position.corpus, valueOf(position, 'holder')),
    }),
    party: t.field({
      type: 'Actor',
      description:
        'Party for which the holder spoke on the day of the statement: that of the actor in `onBehalfOf`, or the top of its `PART_OF` affiliations, or the holder itself if it has none. Of several affiliations on one day the one that began last counts; before the first one began, persons and offices count with that one, others stand for themselves; after the end of one they stand for themselves. Of a month or year its first day counts, of "on or before" a day that day.',
      resolve: ({ corpus, index }) =>
        actorAt(corpus, partyAt(corpus.positions, index, corpus.partOf)),
    }),
    partyCertain: t.boolean({
      description:
        'Whether the party is certain: the same on every day that the date of the statement can mean (`when`), each time by affiliations that are recorded. False if the holder changed party in the month or year of the statement, or at any time before for "on or before" a day, and before its first known affiliation began.',
      resolve: ({ corpus, index }) => isPartyCertain(corpus.positions, index, corpus.partOf),
    }),
    onBehalfOf: t.field({
      type: 'Actor',
      nullable: true,
      description:
        'Actor for whom the holder said that it spoke, in place of its own affiliations: the position counts among those of the holder, of this actor, and of what this actor was part of on the day. Null if the statement names none.',
      resolve: (position) => {
        const { onBehalfOf } = attributesOf(position);
        return onBehalfOf === null ? null : actorAt(position.corpus, onBehalfOf);
      },
    }),
    condition: t.field({
      type: 'Condition',
      description: 'Condition on which the stance is taken.',
      resolve: (position) => conditionAt(position.corpus, valueOf(position, 'condition')),
    }),
    stance: t.field({
      type: StanceEnum,
      description: 'Stance of the holder on the condition.',
      resolve: (position) => STANCE_OF.get(attributesOf(position).stance) ?? 'NONCOMMITTAL',
    }),
    value: t.int({
      description: 'Stance on the ordinal scale, from 2 (upholds) to −2 (rejects).',
      resolve: (position) => attributesOf(position).stance,
    }),
    statedOn: t.field({
      type: 'Date',
      description: 'Date of the utterance, not of the document; of a month or year, its first day.',
      resolve: (position) => isoDay(valueOf(position, 'day')),
    }),
    statedOnPrecision: t.field({
      type: DatePrecisionEnum,
      description: 'Precision of `statedOn`.',
      resolve: (position) => attributesOf(position).precision,
    }),
    onOrBefore: t.boolean({
      description: 'Whether `statedOn` is only the latest possible date.',
      resolve: (position) => attributesOf(position).onOrBefore,
    }),
    when: t.field({
      type: 'PartialDate',
      description: 'Date of the utterance with its precision and possible days.',
      resolve: ({ corpus, index }) => statedDate(corpus.positions, index),
    }),
    channel: t.field({
      type: ChannelEnum,
      description: "Setting of the holder's utterance.",
      resolve: (position) => attributesOf(position).channel,
    }),
    wording: t.field({
      type: WordingEnum,
      description: "Whether the words are the holder's own.",
      resolve: (position) => attributesOf(position).wording,
    }),
    modality: t.field({
      type: ModalityEnum,
      description: 'Whether the holder asserts the position or denies it.',
      resolve: (position) => attributesOf(position).modality,
    }),
    disputes: t.field({
      type: 'Position',
      nullable: true,
      description:
        'Position that a denial disputes. Null if it is not a denial, or if the disputed position is not coded.',
      resolve: async (position, _args, context) => {
        const { disputesKey } = await recordOf(position, context);
        return disputesKey === null ? null : positionByKey(position.corpus, disputesKey, context);
      },
    }),
    retellings: t.int({
      description:
        "Number of retellings between the holder's utterance and the document's author: 0 if the document is the holder's own.",
      resolve: (position) => attributesOf(position).retellings,
    }),
    summary: t.string({
      description: "Summary of the stance in the coder's words.",
      resolve: async (position, _args, context) => (await recordOf(position, context)).summary,
    }),
    rationale: t.string({
      nullable: true,
      description: 'Codebook rule that decided the coding. Null if not recorded.',
      resolve: async (position, _args, context) => (await recordOf(position, context)).rationale,
    }),
    document: t.field({
      type: 'Document',
      description: 'Document in which the position is found.',
      resolve: (position) => documentAt(position.corpus, valueOf(position, 'document')),
    }),
    evidence: t.field({
      type: ['Evidence'],
      extensions: cost({ items: SHORT_LIST }),
      description: 'Quotations that prove the position, with their offsets in the text.',
      resolve: async (position, _args, { loaders }) => {
        const documentId = valueOf(position, 'document');
        const evidence = await loaders.evidence.load(valueOf(position, 'id'));
        return evidence.map((record) => ({
          record: { ...record, documentId },
          corpus: position.corpus,
        }));
      },
    }),
    attribution: t.field({
      type: ['AttributionStep'],
      extensions: cost({ items: SHORT_LIST }),
      description:
        "Chain of speakers and audiences, from the holder's utterance (step 1) to the document (last step).",
      resolve: async (position, _args, { loaders }) => {
        const { corpus } = position;
        const steps = await loaders.attribution.load(valueOf(position, 'id'));
        return steps.map((record) => ({ record, corpus }));
      },
    }),
    coder: t.string({
      description: 'Name of the coder.',
      resolve: (position) => attributesOf(position).coder,
    }),
    coding: t.field({
      type: 'Coding',
      description: 'Coding that the position belongs to.',
      resolve: codingOfPosition,
    }),
    confidence: t.field({
      type: ConfidenceEnum,
      description: 'Confidence of the coder.',
      resolve: async (position, _args, context) => (await recordOf(position, context)).confidence,
    }),
    status: t.field({
      type: PositionStatusEnum,
      description: 'Whether the coding is provisional or settled between coders.',
      resolve: (position) => attributesOf(position).status,
    }),
    counting: t.field({
      type: CountingEnum,
      description: 'Whether figures count the position unless asked otherwise.',
      resolve: (position) => attributesOf(position).counting,
    }),
    since: t.field({
      type: 'Revision',
      description: 'Revision that introduced the position in its present form.',
      resolve: async (position, _args, context) =>
        context.loaders.revision.load((await recordOf(position, context)).sinceRevision),
    }),
  }),
});

builder.queryFields((t) => ({
  position: t.field({
    type: 'Position',
    nullable: true,
    description:
      'A position by global ID: its latest version, or the one at the revision that the ID names. Null if it does not exist.',
    args: {
      id: t.arg.globalID({ required: true, description: 'Global ID of the position.' }),
    },
    resolve: async (_root, { id }, context) => {
      expectType(id, ['Position'], ['id']);
      const [found] = await loadNodes([id.id], context, (corpus, key) =>
        positionByKey(corpus, key, context),
      );
      return found;
    },
  }),
  positions: t.connection(
    {
      type: 'Position',
      extensions: cost({ own: 100 }),
      description: 'Positions in order of statement.',
      args: {
        actors: t.arg.stringList({
          description:
            'Slugs of actors that hold the positions, or for which their holders spoke: `["russia"]`.',
        }),
        conditions: t.arg.stringList({
          description: 'Codes of conditions: `["RECOGNITION"]`.',
        }),
        ...codebookArgument,
        ...positionArguments,
        ...revisionArgument,
      },
      resolve: async (_root, { revision, ...args }, context, info) => {
        const corpus = await context.at(revision);
        return citedList(listedPositions(corpus, args), positionsQuery(corpus, args), info);
      },
    },
    CITABLE_LIST,
  ),
}));
