import { DEFAULT_SIMILARITY, formulations } from '#src/app/formulations/formulations.ts';
import { PartyFormulation } from '#src/app/formulations/party-formulation.ts';
import { codebookArgument, revisionArgument } from '../core/arguments.ts';
import { builder } from '../core/builder.ts';
import { cited } from '../core/cited.ts';
import { connectionFromList } from '../core/connection.ts';
import { cost, SHORT_LIST } from '../core/cost.ts';
import { UNSETTLED } from '../core/unsettled.ts';
import { PositionFilter } from '../position/position-filter.ts';

builder.objectType('Formulations', {
  interfaces: ['Citable'],
  description:
    'Wordings of a condition by party: quoted words, grouped by similarity, and their first users.',
  fields: (t) => ({
    condition: t.field({
      type: 'Condition',
      description: 'Condition that is worded.',
      resolve: ({ condition, corpus }) => ({ record: condition, corpus }),
    }),
    similarity: t.exposeFloat('similarity', {
      description: 'Minimum similarity of words within one formulation, from 0 to 1.',
    }),
    unsettledDocumentCount: t.int({
      ...UNSETTLED,
      resolve: ({ unsettledDocumentCount }) => unsettledDocumentCount(),
    }),
    parties: t.field({
      type: ['PartyFormulations'],
      extensions: cost({ items: SHORT_LIST }),
      description:
        'Requested actors, in order; without `actors`, all parties with words on the condition, by date of their first.',
      resolve: ({ parties }) => [...parties],
    }),
  }),
});

builder.objectType('PartyFormulations', {
  description: 'Formulations of one party or requested actor.',
  fields: (t) => ({
    actor: t.field({
      type: 'Actor',
      description:
        'Actor whose words are listed: its own, and those of holders that spoke for it on the day of the statement.',
      resolve: ({ actor }) => actor,
    }),
    count: t.int({
      description: 'Number of positions whose words are grouped.',
      resolve: ({ formulations: own }) => own.reduce((sum, { uses }) => sum + uses.length, 0),
    }),
    formulations: t.connection({
      type: 'Formulation',
      description: 'Formulations of the actor, in order of first use.',
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
      'Wordings of a condition by party and date: quoted words, grouped by similarity, and their first users.',
    args: {
      condition: t.arg.string({
        required: true,
        description: 'Code of the condition: `RECOGNITION`.',
      }),
      actors: t.arg.stringList({
        description:
          'Slugs of the actors to list. Default: all parties. First uses are found among all actors in either case.',
      }),
      filter: t.arg({
        type: PositionFilter,
        description: 'Positions whose words are grouped. `wordings` defaults to `[VERBATIM]`.',
      }),
      similarity: t.arg.float({
        description: `Minimum similarity of words within one formulation, from 0 to 1: 1 minus the share of characters to change, ignoring case, accents, punctuation and white space. With 1, only equal words are grouped. An added "not" is also a small change: check \`variants\`. Default: ${DEFAULT_SIMILARITY}.`,
      }),
      ...codebookArgument,
      ...revisionArgument,
    },
    extensions: cost({ own: 300_000 }),
    resolve: async (_root, args, context, info) => {
      const corpus = await context.at(args.revision);
      const { evidence } = context.loaders;
      return cited(await formulations(corpus, args, (id) => evidence.load(id)), info);
    },
  }),
}));
