/** What a network can be asked for, in the words of discourse network analysis. */
import { codebookArgument, revisionArgument } from '../core/arguments.ts';
import { builder } from '../core/builder.ts';
import { PositionFilter } from '../position/position-filter.ts';

const NetworkModeEnum = builder.enumType('NetworkMode', {
  description: 'What the nodes of a network are.',
  values: {
    ACTORS: {
      description: 'Actors, joined where they spoke on the same condition (one-mode).',
    },
    CONDITIONS: {
      description: 'Conditions, joined where the same actor spoke on both (one-mode).',
    },
    TWO_MODE: {
      description: 'Actors and conditions: an affiliation network of who spoke on what.',
    },
  },
});

const NetworkWeightEnum = builder.enumType('NetworkWeight', {
  description:
    'How strong an edge is. x(i,j,k) counts the statements of node i on condition j with stance value k; R is the range of the scale that the codebook declares, 4 from −2 to 2. Between conditions, the roles of actors and conditions are swapped (Leifeld 2017; Discourse Network Analyzer, with R the declared range and not the observed one).',
  values: {
    IGNORE: {
      description:
        'Stances do not matter. One-mode: Σj (Σk x(i,j,k)) · (Σk x(i′,j,k)), 0 or more. Two-mode: the number of statements.',
    },
    CONGRUENCE: {
      description:
        'Agreement: Σj Σk Σk′ x(i,j,k) · x(i′,j,k′) · (1 − |k − k′| / R), 0 or more. One-mode only.',
    },
    CONFLICT: {
      description:
        'Disagreement: Σj Σk Σk′ x(i,j,k) · x(i′,j,k′) · |k − k′| / R, 0 or more. One-mode only.',
    },
    SUBTRACT: {
      description:
        'One-mode: congruence − conflict, below 0 where disagreement prevails. Two-mode: Σk k · x(i,j,k), the sum of the stance values.',
    },
  },
});

const NetworkNormalisationEnum = builder.enumType('NetworkNormalisation', {
  description:
    'How to make weights comparable between nodes that speak much and nodes that speak little. n(i) counts the statements of node i.',
  values: {
    NONE: { description: 'The weight as it is.' },
    AVERAGE_ACTIVITY: {
      description: 'One-mode: divided by (n(i) + n(i′)) / 2, the average activity (Leifeld 2017).',
    },
    JACCARD: {
      description:
        'One-mode, by itself: Σ min(x, x′) / Σ max(x, x′) of the profiles of the two nodes, 0 to 1; 1 for equal profiles. With CONGRUENCE, profiles over conditions and values; with IGNORE, over conditions alone. Not with CONFLICT or SUBTRACT.',
    },
    COSINE: {
      description:
        'One-mode, by itself: Σ x·x′ / √(Σ x² · Σ x′²) of the profiles of the two nodes, 0 to 1; 1 for profiles of equal shares. With CONGRUENCE, profiles over conditions and values; with IGNORE, over conditions alone. Not with CONFLICT or SUBTRACT.',
    },
    DNA_JACCARD: {
      description:
        'One-mode: divided by Σ x[x′ = 0] + Σ x′[x = 0] + Σ x·x′ over conditions and values, as the Discourse Network Analyzer does under the name of Jaccard. It can pass 1.',
    },
    DNA_COSINE: {
      description:
        'One-mode: divided by n(i) · n(i′), as the Discourse Network Analyzer does under the name of cosine. Equal profiles can stay below 1.',
    },
    ACTIVITY: {
      description:
        'Two-mode: divided by the statements of the actor; with IGNORE, the share of what it said.',
    },
    PROMINENCE: {
      description:
        'Two-mode: divided by the statements on the condition; with IGNORE, the actor’s share of what was said on it.',
    },
  },
});

const NetworkDuplicatesEnum = builder.enumType('NetworkDuplicates', {
  description:
    'How often to count statements of one actor on one condition with one stance. The stance tells them apart whatever the weight. Of a date known to the month or year, the first day counts.',
  values: {
    ALL: { description: 'Every position counts.' },
    DOCUMENT: { description: 'Once for each document.' },
    MONTH: { description: 'Once for each month of each year.' },
    YEAR: { description: 'Once for each year.' },
    RANGE: { description: 'Once in the whole selection, or in each window.' },
  },
});

const NetworkGroupingEnum = builder.enumType('NetworkGrouping', {
  description: 'Whose the statements are in a network that names no actors.',
  values: {
    HOLDER: { description: 'Their holders’.' },
    PARTY: { description: 'The parties’ for which their holders spoke on the day.' },
  },
});

const WindowUnitEnum = builder.enumType('WindowUnit', {
  description: 'In what to measure windows of time, true to the calendar.',
  values: {
    DAYS: { description: 'Single days.' },
    MONTHS: { description: 'Months of the calendar.' },
    YEARS: { description: 'Years of the calendar.' },
  },
});

const SlidingWindows = builder.inputType('SlidingWindows', {
  description:
    'Windows of time that slide over the selection. The first begins on `filter.statedFrom`, or on the first day of the month or year (for days: on the day) of the first statement; the last is the last that begins by `filter.statedTo`, or by the day of the last statement. At most 500.',
  fields: (t) => ({
    unit: t.field({ type: WindowUnitEnum, required: true, description: 'The unit of both.' }),
    size: t.int({ required: true, description: 'How many units a window lasts, from 1.' }),
    step: t.int({
      description:
        'How many units after the beginning of a window the next begins, from 1; as many as `size` without it, so that windows neither overlap nor leave gaps.',
    }),
  }),
});

const NetworkActors = builder.inputType('NetworkActors', {
  isOneOf: true,
  description:
    'Whose statements a network has: those of named actors, or of all by a grouping. Exactly one of the two.',
  fields: (t) => ({
    actors: t.stringList({
      description: 'Slugs of the actors: `["united-states", "hamas"]`.',
    }),
    groupBy: t.field({ type: NetworkGroupingEnum, description: 'All that have statements.' }),
  }),
});

export const networkArguments = builder.args((t) => ({
  of: t.field({
    type: NetworkActors,
    description: 'Whose statements; the same as actors or groupBy, as one choice.',
  }),
  actors: t.stringList({
    description:
      'Slugs of the actors, with the statements of all that spoke for them on the day: `["united-states", "hamas"]`. Without it, all that have statements, by `groupBy`.',
  }),
  groupBy: t.field({
    type: NetworkGroupingEnum,
    description: 'Without `actors`: whose the statements are; their parties’ unless told.',
  }),
  conditions: t.stringList({
    description: 'Codes of the conditions; all of the codebook’s without it.',
  }),
  mode: t.field({
    type: NetworkModeEnum,
    defaultValue: 'ACTORS',
    description: 'What the nodes are.',
  }),
  weight: t.field({
    type: NetworkWeightEnum,
    defaultValue: 'SUBTRACT',
    description: 'How strong an edge is.',
  }),
  normalisation: t.field({
    type: NetworkNormalisationEnum,
    defaultValue: 'NONE',
    description: 'How to make weights comparable.',
  }),
  duplicates: t.field({
    type: NetworkDuplicatesEnum,
    defaultValue: 'ALL',
    description: 'How often to count what is stated again.',
  }),
  threshold: t.float({
    description:
      'Leaves out edges whose weight, taken without its sign, is below this; 0 or more. All edges without it.',
  }),
  windows: t.field({
    type: SlidingWindows,
    description: 'Also compute the network for windows of time.',
  }),
  filter: t.field({ type: PositionFilter, description: 'Which positions to count.' }),
  ...codebookArgument,
  ...revisionArgument,
}));
