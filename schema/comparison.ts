import { compare } from '#src/analysis/compare.ts';
import { mean } from '#src/analysis/mean.ts';
import { median } from '#src/analysis/median.ts';
import { selectPositions } from '#src/analysis/select-positions.ts';
import { STANCE_VALUE, STANCES } from '#src/domain/vocabulary.ts';
import { builder } from './builder.ts';
import { inWords } from './citation.ts';
import type { Context } from './context.ts';
import { StanceEnum } from './enums.ts';
import { actorsBySlug, codebookByName, conditionsByCode } from './lookup.ts';
import { actorIn, conditionIn, type Models } from './models.ts';
import { documentFacts, PositionFilter, toSelection } from './position-filter.ts';
import { pageOfRows } from './position-list.ts';

builder.objectType('Comparison', {
  interfaces: ['Citable'],
  description:
    'Who stands where: a row for each actor, a cell for each condition, and behind each cell the positions that it counts.',
  fields: (t) => ({
    conditions: t.field({
      type: ['Condition'],
      description: 'The columns, in order.',
      resolve: ({ conditions, corpus }) => conditions.map((row) => ({ row, corpus })),
    }),
    rows: t.field({
      type: ['ComparisonRow'],
      description: 'A row for each actor, in the order asked.',
      resolve: ({ rows }) => [...rows],
    }),
  }),
});

builder.objectType('ComparisonRow', {
  description: 'One actor’s stances on every condition.',
  fields: (t) => ({
    actor: t.field({
      type: 'Actor',
      description: 'Whose row it is.',
      resolve: ({ actor }) => actor,
    }),
    cells: t.field({
      type: ['ComparisonCell'],
      description: 'A cell for each condition, in their order.',
      resolve: ({ cells }) => [...cells],
    }),
  }),
});

const byRow = (
  { corpus }: Models['ComparisonCell'],
  row: number | undefined,
  { loaders }: Context,
) =>
  row === undefined
    ? null
    : loaders.position
        .load(corpus.positions.id[row] ?? 0)
        .then((position) => ({ row: position, corpus }));

builder.objectType('ComparisonCell', {
  description:
    'The positions of one actor on one condition: those it holds itself, and those whose holder spoke for it on the day of the statement.',
  fields: (t) => ({
    actor: t.field({
      type: 'Actor',
      description: 'Whose row it is in.',
      resolve: ({ actor }) => actor,
    }),
    condition: t.field({
      type: 'Condition',
      description: 'Whose column it is in.',
      resolve: ({ condition, corpus }) => ({ row: condition, corpus }),
    }),
    count: t.int({
      description: 'How many positions it gathers.',
      resolve: ({ rows }) => rows.length,
    }),
    documentCount: t.int({
      description: 'In how many documents they were found.',
      resolve: ({ rows, corpus }) =>
        new Set(rows.map((row) => corpus.positions.document[row])).size,
    }),
    distribution: t.field({
      type: ['StanceCount'],
      description: 'How many stand at each level of the scale, from the highest to the lowest.',
      resolve: ({ distribution }) =>
        STANCES.filter((stance) => distribution.has(STANCE_VALUE[stance])).map((stance) => {
          const value = STANCE_VALUE[stance];
          return { stance, value, count: distribution.get(value) ?? 0 };
        }),
    }),
    median: t.float({
      nullable: true,
      description:
        'Median stance, from 2 to −2: the middle position, or halfway between the two in the middle. Null without positions.',
      resolve: ({ distribution }) => median(distribution),
    }),
    mean: t.float({
      nullable: true,
      description:
        'Mean stance, from 2 to −2, taking the steps of the scale as equal. Null without positions.',
      resolve: ({ distribution }) => mean(distribution),
    }),
    earliest: t.field({
      type: 'Position',
      nullable: true,
      description: 'The position stated first; null without positions.',
      resolve: (cell, _args, context) => byRow(cell, cell.rows[0], context),
    }),
    latest: t.field({
      type: 'Position',
      nullable: true,
      description: 'The position stated last; null without positions.',
      resolve: (cell, _args, context) => byRow(cell, cell.rows.at(-1), context),
    }),
    positions: t.connection({
      type: 'Position',
      description: 'The positions behind the figures, in order of statement.',
      resolve: ({ rows, corpus }, args, context) => pageOfRows(corpus, rows, args, context),
    }),
  }),
});

builder.objectType('StanceCount', {
  description: 'How many positions stand at one level of the scale.',
  fields: (t) => ({
    stance: t.field({
      type: StanceEnum,
      description: 'The level.',
      resolve: ({ stance }) => stance,
    }),
    value: t.exposeInt('value', { description: 'Its value, from 2 to −2.' }),
    count: t.exposeInt('count', { description: 'How many positions.' }),
  }),
});

builder.queryFields((t) => ({
  comparison: t.field({
    type: 'Comparison',
    description: 'Where actors stand on each condition, and the positions that show it.',
    args: {
      actors: t.arg.stringList({
        required: true,
        description:
          'Slugs of the actors to compare, a row each: `["united-states", "russia", "hamas"]`.',
      }),
      conditions: t.arg.stringList({
        description: 'Codes of the conditions; all of the codebook’s without it.',
      }),
      codebook: t.arg.string({
        description:
          "Codebook: `quartet-principles`, or `quartet-principles@1` for a version. The corpus's default without it.",
      }),
      filter: t.arg({ type: PositionFilter, description: 'Which positions to count.' }),
      revision: t.arg.int({
        description: 'As the corpus stood at this revision; the latest without it.',
      }),
    },
    resolve: async (_root, args, context, info) => {
      const corpus = await context.at(args.revision ?? null);
      const codebook = codebookByName(corpus, args.codebook);
      const conditions = conditionsByCode(codebook, args.conditions);
      const actors = actorsBySlug(corpus, args.actors, ['actors']);
      const conditionIds = conditions.map(({ id }) => id);
      const selection = { ...toSelection(corpus, args.filter), conditions: conditionIds };
      const selected = selectPositions(corpus.positions, selection, documentFacts(corpus));
      const scale = codebook.stances.map(({ stance }) => STANCE_VALUE[stance]);
      const matrix = compare(
        corpus.positions,
        selected,
        actors,
        conditionIds,
        scale,
        corpus.partOf,
      );
      const title = `Comparison of ${inWords(actors.map((id) => actorIn(corpus, id).row.name))} on ${inWords(conditions.map((each) => each.title))}`;
      return {
        asked: { corpus, title, args, info },
        corpus,
        conditions,
        rows: actors.map((id, i) => {
          const actor = actorIn(corpus, id);
          const cells = (matrix[i] ?? []).map(({ condition, rows, distribution }) => ({
            corpus,
            actor,
            condition: conditionIn(corpus, condition).row,
            rows,
            distribution,
          }));
          return { actor, cells };
        }),
      };
    },
  }),
}));
