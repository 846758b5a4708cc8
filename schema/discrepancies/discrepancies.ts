import type { ClashRule } from '#src/analysis/discrepancies/count-discrepancies.ts';
import type { DiscrepancyKind } from '#src/analysis/discrepancies/discrepancy-kinds.ts';
import { Failure } from '#src/domain/failure.ts';
import { inWords } from '../citation/citation.ts';
import { builder } from '../core/builder.ts';
import { DiscrepancyKindEnum } from '../core/enums.ts';
import { actorBySlug, codebookByName, conditionByCode } from '../core/lookup.ts';
import { actorIn } from '../core/models.ts';
import { PositionFilter, selectPositions } from '../position/position-filter.ts';
import { discrepancyList, lazily, pageOfPairs } from './discrepancy-list.ts';

builder.objectType('Discrepancies', {
  interfaces: ['Citable'],
  description:
    'Where accounts of an actor’s stance clash: pairs of positions on one condition, near in time, whose stances differ.',
  fields: (t) => ({
    actor: t.field({
      type: 'Actor',
      description: 'Whose positions are compared: its own, and those of holders that spoke for it.',
      resolve: ({ actor }) => actor,
    }),
    conditions: t.field({
      type: ['Condition'],
      description: 'The conditions, each compared within itself.',
      resolve: ({ conditions, corpus }) => conditions.map((row) => ({ row, corpus })),
    }),
    within: t.exposeInt('within', {
      description: 'Days that lie between the two dates as given, at most.',
    }),
    atLeast: t.exposeInt('atLeast', {
      description: 'Levels of the stance scale between the two, at least: from 1 to 4.',
    }),
    positionCount: t.exposeInt('positionCount', {
      description: 'How many positions were compared.',
    }),
    counts: t.field({
      type: ['DiscrepancyCount'],
      description:
        'How many of the pairs are of each kind. A pair of several kinds counts in each, so the counts can add up to more than there are pairs.',
      resolve: ({ pairs }) => [...pairs().counts],
    }),
    pairs: t.connection({
      type: 'Discrepancy',
      description:
        'The pairs: by condition, then by date of the earlier position, then by date of the later.',
      resolve: (discrepancies, args) => pageOfPairs(discrepancies, args),
    }),
  }),
});

builder.objectType('DiscrepancyCount', {
  description: 'How many pairs are of one kind.',
  fields: (t) => ({
    kind: t.field({
      type: DiscrepancyKindEnum,
      description: 'The kind.',
      resolve: ({ kind }) => kind,
    }),
    count: t.exposeInt('count', { description: 'How many pairs.' }),
  }),
});

const DEFAULT_WITHIN = 365;
const DEFAULT_AT_LEAST = 1;

builder.queryFields((t) => ({
  discrepancies: t.field({
    type: 'Discrepancies',
    description:
      'Where accounts of an actor’s stance clash: in public and in private, in its own words and as reported, asserted and denied, by a person and by the party.',
    args: {
      actor: t.arg.string({
        required: true,
        description: 'Slug of the actor; positions of those that spoke for it count with its own.',
      }),
      condition: t.arg.string({
        description: 'Code of the condition; all of the codebook’s without it.',
      }),
      within: t.arg.int({
        defaultValue: DEFAULT_WITHIN,
        description:
          'Days that may lie between the two dates as given, 0 or more. Of a month or year its first day counts; of a date that is only the latest possible, that date. `Discrepancy.certain` tells where the dates prove it.',
      }),
      atLeast: t.arg.int({
        defaultValue: DEFAULT_AT_LEAST,
        description:
          'Levels of the stance scale that must lie between the two, from 1 to 4. From 2 on, neighbouring levels, which coders confuse most easily, are left out.',
      }),
      kinds: t.arg({
        type: [DiscrepancyKindEnum],
        description: 'Only pairs of one of these kinds, whatever else they are; all without it.',
      }),
      codebook: t.arg.string({
        description:
          "Codebook that the code belongs to: `quartet-principles`, or `quartet-principles@1`. The corpus's default without it.",
      }),
      filter: t.arg({ type: PositionFilter, description: 'Which positions to compare.' }),
      revision: t.arg.int({
        description: 'As the corpus stood at this revision; the latest without it.',
      }),
    },
    resolve: async (_root, args, context, info) => {
      const corpus = await context.at(args.revision ?? null);
      const codebook = codebookByName(corpus, args.codebook);
      const conditions =
        typeof args.condition === 'string'
          ? [conditionByCode(codebook, args.condition, ['condition'])]
          : codebook.conditions;
      const actor = actorIn(corpus, actorBySlug(corpus, args.actor, ['actor']));
      const rule = toRule(args.within, args.atLeast, args.kinds);
      const conditionIds = conditions.map(({ id }) => id);
      const rows = selectPositions(corpus, args.filter, {
        actors: [actor.row.id],
        conditions: conditionIds,
      });
      const title = () =>
        `Discrepancies of ${actor.row.name} on ${inWords(conditions.map((each) => each.title))}`;
      return {
        asked: { corpus, codebook, title, args, info },
        corpus,
        actor,
        conditions,
        within: rule.within,
        atLeast: rule.atLeast,
        positionCount: rows.length,
        pairs: lazily(() => discrepancyList(corpus, rows, conditionIds, rule)),
      };
    },
  }),
}));

function toRule(
  days: number | null | undefined,
  levels: number | null | undefined,
  kinds: readonly DiscrepancyKind[] | null | undefined,
): ClashRule {
  const [within, atLeast] = [days ?? DEFAULT_WITHIN, levels ?? DEFAULT_AT_LEAST];
  if (within < 0) {
    throw new Failure('BAD_INPUT', `within is ${within}; it must be 0 days or more.`, {
      input: ['within'],
    });
  }
  if (atLeast < 1 || atLeast > 4) {
    throw new Failure('BAD_INPUT', `atLeast is ${atLeast}; it must be from 1 to 4 levels.`, {
      input: ['atLeast'],
    });
  }
  return { within, atLeast, kinds: kinds ?? null };
}
