import { formulationsOf } from '#src/analysis/formulations/formulations-of.ts';
import {
  type Formulation,
  groupWordings,
  type Use,
} from '#src/analysis/formulations/group-wordings.ts';
import { lineage } from '#src/domain/affiliation.ts';
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { Failure } from '#src/domain/failure.ts';
import type { Indices } from '#src/domain/position-columns.ts';
import { inWords } from '../citation/citation.ts';
import { builder } from '../core/builder.ts';
import { pageOf } from '../core/connection.ts';
import type { Context } from '../core/context.ts';
import { actorsBySlug, codebookByName, conditionByCode } from '../core/lookup.ts';
import { actorIn } from '../core/models.ts';
import { PositionFilter, selectPositions } from '../position/position-filter.ts';

const DEFAULT_SIMILARITY = 0.9;
/** Positions whose words are read at most; more would be a book, not an answer. */
const MAX_POSITIONS = 20_000;
/** Different wordings that are compared, and characters times characters: some seconds at most. */
const LIMITS = { wordings: 5000, steps: 3e8 };

builder.objectType('Formulations', {
  interfaces: ['Citable'],
  description:
    'How each party words a condition: its own words, those used again put together, and who used them first.',
  fields: (t) => ({
    condition: t.field({
      type: 'Condition',
      description: 'The condition that is worded.',
      resolve: ({ condition, corpus }) => ({ row: condition, corpus }),
    }),
    similarity: t.exposeFloat('similarity', {
      description: 'How similar words had to be to be taken for one formulation, from 0 to 1.',
    }),
    parties: t.field({
      type: ['PartyFormulations'],
      description:
        'The actors that were asked for, in that order; otherwise all parties that have words on it, the first to speak first.',
      resolve: ({ parties }) => [...parties],
    }),
  }),
});

builder.objectType('PartyFormulations', {
  description: 'How one party, or one actor that was asked for, words a condition.',
  fields: (t) => ({
    actor: t.field({
      type: 'Actor',
      description:
        'Whose words they are: its own, and those of all that spoke for it on the day of the statement.',
      resolve: ({ actor }) => actor,
    }),
    count: t.int({
      description: 'How many positions they are taken from.',
      resolve: ({ formulations }) => formulations.reduce((sum, { uses }) => sum + uses.length, 0),
    }),
    formulations: t.connection({
      type: 'Formulation',
      description: 'Its formulations, in order of its first use of each.',
      resolve: ({ corpus, formulations }, args) => {
        const none = { uses: [], all: [], firstAnywhere: true, others: new Map() };
        return pageOf(
          {
            length: formulations.length,
            idAt: (index) => formulations[index]?.uses[0]?.id ?? 0,
            load: (index) => ({ corpus, ...(formulations[index] ?? none) }),
          },
          args,
        );
      },
    }),
  }),
});

builder.queryFields((t) => ({
  formulations: t.field({
    type: 'Formulations',
    description:
      'How each party words a condition: the quoted words by party and date, the same or nearly the same words put together, with the first who used them.',
    args: {
      condition: t.arg.string({
        required: true,
        description: 'Code of the condition: `RECOGNITION`.',
      }),
      actors: t.arg.stringList({
        description:
          'Slugs of the actors whose words to list; all parties without it. Who used words first is told from everybody’s all the same.',
      }),
      codebook: t.arg.string({
        description:
          "Codebook: `quartet-principles`, or `quartet-principles@1` for a version. The corpus's default without it.",
      }),
      filter: t.arg({
        type: PositionFilter,
        description:
          'From which positions to take words. Unless it names wordings, those in the holder’s own words.',
      }),
      similarity: t.arg.float({
        description: `How similar words must be to be taken for one formulation, from 0 to 1, ${DEFAULT_SIMILARITY} without it: 1 less the share of characters to change, regardless of case, accents, punctuation and white space. 1 is for the same words only. A “not” more is a small change too: see the variants.`,
      }),
      revision: t.arg.int({
        description: 'As the corpus stood at this revision; the latest without it.',
      }),
    },
    resolve: async (_root, args, context, info) => {
      const corpus = await context.at(args.revision ?? null);
      const codebook = codebookByName(corpus, args.codebook);
      const condition = conditionByCode(codebook, args.condition, ['condition']);
      const asked = args.actors && actorsBySlug(corpus, args.actors, ['actors']);
      const similarity = toSimilarity(args.similarity);
      const filter = { ...args.filter, wordings: args.filter?.wordings ?? ['VERBATIM' as const] };
      const rows = selectPositions(corpus, filter, { conditions: [condition.id] });
      const uses = await usesOf(corpus, rows, context);
      const groups = groupsOf(uses, similarity);
      const lineOf = linesOf(corpus, uses);
      const partyOf = (use: Use): number => lineOf(use).at(-1) ?? 0;
      const parties = (asked ?? partiesOf(corpus, uses, partyOf)).map((id) => ({
        corpus,
        actor: actorIn(corpus, id),
        formulations: formulationsOf(groups, (use) => lineOf(use).includes(id), partyOf),
      }));
      const title = (): string =>
        `Formulations of ${condition.title} by ${inWords(parties.map(({ actor }) => actor.row.name)) || 'nobody'}`;
      return {
        asked: { corpus, codebook, title, args, info },
        corpus,
        condition,
        similarity,
        parties,
      };
    },
  }),
}));

function toSimilarity(given: number | null | undefined): number {
  const similarity = given ?? DEFAULT_SIMILARITY;
  if (similarity >= 0 && similarity <= 1) return similarity;
  throw new Failure('BAD_INPUT', `similarity is ${similarity}; it must be from 0 to 1.`, {
    input: ['similarity'],
  });
}

const NARROW = 'Narrow the filter, for example to a range of dates (statedFrom, statedTo)';

/** The words of each position: its quotations in order. */
async function usesOf(
  { positions }: CorpusSnapshot,
  rows: Indices,
  { loaders }: Context,
): Promise<readonly Use[]> {
  if (rows.length > MAX_POSITIONS) {
    throw new Failure(
      'BAD_INPUT',
      `There are words of ${rows.length} positions, more than the ${MAX_POSITIONS} that can be compared. ${NARROW}.`,
      { input: ['filter'] },
    );
  }
  return Promise.all(
    Array.from(rows, async (row) => {
      const id = positions.id[row] ?? 0;
      const quotations = await loaders.evidence.load(id);
      const words = quotations.map(({ exact }) => exact).join(' … ');
      return { row, id, day: positions.day[row] ?? 0, words };
    }),
  );
}

function groupsOf(uses: readonly Use[], similarity: number): readonly Formulation[] {
  const groups = groupWordings(uses, similarity, LIMITS);
  if (groups) return groups;
  throw new Failure(
    'BAD_INPUT',
    `The words of ${uses.length} positions are too many, too different or too long to compare. ${NARROW}, or ask for a greater similarity.`,
    { input: ['filter'] },
  );
}

/** For each use the actors for whom it counts: its holder, and all that the holder spoke for; the party last. */
function linesOf(corpus: CorpusSnapshot, uses: readonly Use[]): (use: Use) => readonly number[] {
  const { positions, partOf } = corpus;
  const lines = new Map(
    uses.map(({ id, row, day }) => [id, lineage(positions.holder[row] ?? 0, day, partOf)]),
  );
  return ({ id }) => lines.get(id) ?? [];
}

/** The parties that have words at all; the first to speak first, of those on one day by slug. */
function partiesOf(
  corpus: CorpusSnapshot,
  uses: readonly Use[],
  partyOf: (use: Use) => number,
): readonly number[] {
  const firstDay = new Map<number, number>();
  for (const use of uses) {
    const party = partyOf(use);
    firstDay.set(party, Math.min(use.day, firstDay.get(party) ?? Infinity));
  }
  return [...firstDay]
    .map(([party, day]) => ({ party, day, slug: actorIn(corpus, party).row.slug }))
    .toSorted((a, b) => a.day - b.day || (a.slug < b.slug ? -1 : 1))
    .map(({ party }) => party);
}
