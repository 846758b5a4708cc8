import { divergences } from '#src/analysis/comparison/divergences.ts';
import { trend } from '#src/analysis/comparison/trend.ts';
import { passingDocuments } from '#src/analysis/selection/select-documents.ts';
import { unionOfIndices } from '#src/analysis/selection/union-of-indices.ts';
import { Failure } from '#src/domain/failure.ts';
import { STANCE_VALUE } from '#src/domain/vocabulary.ts';
import { inWords } from '../citation/citation.ts';
import { builder } from '../core/builder.ts';
import { PeriodEnum } from '../core/enums.ts';
import { codebookByName, conditionsByCode } from '../core/lookup.ts';
import type { Models } from '../core/models.ts';
import { filteredDocuments, PositionFilter } from '../position/position-filter.ts';
import { chosenActors } from './chosen-actors.ts';
import { ComparisonActors, ComparisonGrouping, comparisonRows } from './comparison-rows.ts';

/** Pairs of cells in one answer: those of some sixty rows on nine conditions. */
const MAX_DIVERGENCES = 20_000;

builder.objectType('Comparison', {
  interfaces: ['Citable'],
  description:
    'Who stands where: a row for each actor, a cell for each condition, and behind each cell the positions that it counts.',
  fields: (t) => ({
    conditions: t.field({
      type: ['Condition'],
      description: 'The columns, in order.',
      resolve: ({ conditions, asked: { corpus } }) => conditions.map((row) => ({ row, corpus })),
    }),
    actorCount: t.int({
      description: 'How many actors have rows, those beyond `first` included.',
      resolve: ({ actorCount }) => actorCount,
    }),
    rows: t.field({
      type: ['ComparisonRow'],
      description:
        'A row for each actor, in the order asked; if asked by reporter, one for each of them.',
      resolve: ({ rows }) => [...rows],
    }),
    divergences: t.field({
      type: ['Divergence'],
      description:
        'How far apart the rows stand: every pair of rows on every condition on which both have positions.',
      resolve: ({ rows, conditions }) => {
        const most = ((rows.length * (rows.length - 1)) / 2) * conditions.length;
        if (most <= MAX_DIVERGENCES) return divergences(rows);
        throw new Failure(
          'BAD_INPUT',
          `${rows.length} rows on ${conditions.length} conditions could have ${most} divergences; ${MAX_DIVERGENCES} are the most. Compare fewer actors or conditions at once.`,
          { input: ['actors'] },
        );
      },
    }),
    trend: t.field({
      type: ['TrendPoint'],
      description:
        'The positions of all cells by year or month, in order; one that counts in several cells counts once here. Periods without any are left out.',
      args: {
        by: t.arg({
          type: PeriodEnum,
          defaultValue: 'YEAR',
          description:
            'Length of a period. By month, positions of which only the year is known are left out.',
        }),
      },
      resolve: ({ rows, asked: { corpus } }, { by }) => {
        const cells = rows.flatMap((row) => row.cells);
        const all = unionOfIndices(cells.map((cell) => cell.rows()));
        return [...trend(corpus.positions, all, by ?? 'YEAR', cells[0]?.scale ?? [])];
      },
    }),
    gaps: t.field({
      type: ['ComparisonGap'],
      description: 'The cells without positions, row by row.',
      resolve: ({ rows, ...comparison }) => {
        const documents = comparison.documents();
        return rows
          .flatMap(({ cells }) => cells.filter(({ count }) => count === 0))
          .map((cell) => ({ cell, documents }));
      },
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
    reportedBy: t.field({
      type: 'Actor',
      nullable: true,
      description:
        'Whose documents it is told by, where the comparison was asked by reporter; else null.',
      resolve: ({ reportedBy }) => reportedBy,
    }),
    cells: t.field({
      type: ['ComparisonCell'],
      description: 'A cell for each condition, in their order.',
      resolve: ({ cells }) => [...cells],
    }),
  }),
});

builder.queryFields((t) => ({
  comparison: t.field({
    type: 'Comparison',
    description: 'Where actors stand on each condition, and the positions that show it.',
    args: {
      of: t.arg({
        type: ComparisonActors,
        description: 'Whose rows; the same as actors or groupBy, as one choice.',
      }),
      actors: t.arg.stringList({
        description:
          'Slugs of the actors to compare, a row each: `["united-states", "russia", "hamas"]`. A person, a ministry, a party or a coalition. Either this, groupBy or of.',
      }),
      groupBy: t.arg({
        type: ComparisonGrouping,
        description: 'All actors of a sort instead of named ones.',
      }),
      reportedBy: t.arg.stringList({
        description:
          'A second dimension: each actor’s row once for each of these actors (slugs), of the positions in documents whose author spoke for it. `["hamas", "russia", "united-states"]` tells the stance as each of them tells it.',
      }),
      first: t.arg.int({
        description:
          'At most so many actors, from 1, with the rows, divergences and gaps of these alone: the first that are named, or of a sort those with the most positions. All without it.',
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
    resolve: async (_root, given, context, info) => {
      const args = chosenActors(given);
      const corpus = await context.at(args.revision ?? null);
      const codebook = codebookByName(corpus, args.codebook);
      const conditions = conditionsByCode(codebook, args.conditions);
      const scale = codebook.stances.map(({ stance }) => STANCE_VALUE[stance]);
      const { rows, actorCount } = comparisonRows(corpus, conditions, scale, args);
      return {
        asked: { corpus, codebook, title: () => titleOf(conditions, rows), args, info },
        conditions,
        actorCount,
        rows,
        documents: () => passingDocuments(filteredDocuments(corpus, args.filter)),
      };
    },
  }),
}));

function titleOf(
  conditions: Models['Comparison']['conditions'],
  rows: Models['Comparison']['rows'],
): string {
  const names = new Set(rows.map(({ actor }) => actor.row.name));
  return `Stated positions of ${inWords([...names])}: ${inWords(conditions.map((each) => each.title))}`;
}
