import { DEFAULT_SIMILARITY, formulations } from '#src/app/formulations/formulations.ts';
import { PartyFormulation } from '#src/app/formulations/party-formulation.ts';
import { codebookArgument, revisionArgument } from '../core/arguments.ts';
import { builder } from '../core/builder.ts';
import { cited } from '../core/cited.ts';
import { connectionFromList } from '../core/connection.ts';
import { cost, SHORT_LIST } from '../core/cost.ts';
import { PositionFilter } from '../position/position-filter.ts';

builder.objectType('Formulations', {
  interfaces: ['Citable'],
  description:
    'How each party words a condition: its own words, those used again put together, and who used them first.',
  fields: (t) => ({
    condition: t.field({
      type: 'Condition',
      description: 'The condition that is worded.',
      resolve: ({ condition, corpus }) => ({ record: condition, corpus }),
    }),
    similarity: t.exposeFloat('similarity', {
      description: 'How similar words had to be to be taken for one formulation, from 0 to 1.',
    }),
    parties: t.field({
      type: ['PartyFormulations'],
      extensions: cost({ items: SHORT_LIST }),
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
      resolve: ({ formulations: own }) => own.reduce((sum, { uses }) => sum + uses.length, 0),
    }),
    formulations: t.connection({
      type: 'Formulation',
      description: 'Its formulations, in order of its first use of each.',
      resolve: ({ corpus, formulations: own }, args) =>
        connectionFromList(
          {
            length: own.length,
            idAt: (place) => own[place]?.uses[0]?.id ?? 0,
            load: (place) => new PartyFormulation(corpus, own[place]),
          },
          args,
        ),
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
      filter: t.arg({
        type: PositionFilter,
        description:
          'From which positions to take words. Unless it names wordings, those in the holder’s own words.',
      }),
      similarity: t.arg.float({
        description: `How similar words must be to be taken for one formulation, from 0 to 1, ${DEFAULT_SIMILARITY} without it: 1 less the share of characters to change, regardless of case, accents, punctuation and white space. 1 is for the same words only. A “not” more is a small change too: see the variants.`,
      }),
      ...codebookArgument,
      ...revisionArgument,
    },
    extensions: cost({ own: 100_000 }),
    resolve: async (_root, args, context, info) => {
      const corpus = await context.at(args.revision ?? null);
      const { evidence } = context.loaders;
      return cited(await formulations(corpus, args, (id) => evidence.load(id)), info);
    },
  }),
}));
