/** Arguments of a network, in the terms of discourse network analysis. */
import { codebookArgument, revisionArgument } from '../core/arguments.ts';
import { builder } from '../core/builder.ts';
import { PositionFilter } from '../position/position-filter.ts';

const NetworkModeEnum = builder.enumType('NetworkMode', {
  description: 'Nodes of a network.',
  values: {
    ACTORS: {
      description:
        'One-mode network of actors, joined if they have statements on the same condition.',
    },
    CONDITIONS: {
      description:
        'One-mode network of conditions, joined if the same actor has statements on both.',
    },
    TWO_MODE: {
      description:
        'Two-mode affiliation network of actors and the conditions on which they have statements.',
    },
  },
});

const NetworkWeightEnum = builder.enumType('NetworkWeight', {
  description:
    'Weight of an edge. x(i,j,k) is the number of statements of node i on condition j with stance value k; R is the range of the scale that the codebook declares, 4 from −2 to 2. Between conditions, the roles of actors and conditions are swapped (Leifeld 2017; Discourse Network Analyzer, with R the declared range and not the observed one).',
  values: {
    IGNORE: {
      description:
        'Weight regardless of stance. One-mode: Σj (Σk x(i,j,k)) · (Σk x(i′,j,k)), 0 or more. Two-mode: the number of statements.',
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
        'One-mode: congruence − conflict, below 0 if disagreement prevails. Two-mode: Σk k · x(i,j,k), the sum of the stance values.',
    },
  },
});

const NetworkNormalisationEnum = builder.enumType('NetworkNormalisation', {
  description:
    'Normalisation of weights between nodes with many and with few statements. n(i) is the number of statements of node i.',
  values: {
    NONE: { description: 'No normalisation.' },
    AVERAGE_ACTIVITY: {
      description: 'One-mode: divided by (n(i) + n(i′)) / 2, the average activity (Leifeld 2017).',
    },
    JACCARD: {
      description:
        'One-mode: replaces the weight by the Jaccard similarity of the two profiles, Σ min(x, x′) / Σ max(x, x′), from 0 to 1; 1 for equal profiles. With `CONGRUENCE`, profiles over conditions and values; with `IGNORE`, over conditions alone. Not valid with `CONFLICT` or `SUBTRACT`.',
    },
    COSINE: {
      description:
        'One-mode: replaces the weight by the cosine similarity of the two profiles, Σ x·x′ / √(Σ x² · Σ x′²), from 0 to 1; 1 for profiles of equal shares. With `CONGRUENCE`, profiles over conditions and values; with `IGNORE`, over conditions alone. Not valid with `CONFLICT` or `SUBTRACT`.',
    },
    DNA_JACCARD: {
      description:
        'One-mode: divided by Σ x[x′ = 0] + Σ x′[x = 0] + Σ x·x′ over conditions and values, which the Discourse Network Analyzer calls Jaccard. It can exceed 1.',
    },
    DNA_COSINE: {
      description:
        'One-mode: divided by n(i) · n(i′), which the Discourse Network Analyzer calls cosine. Equal profiles can be below 1.',
    },
    ACTIVITY: {
      description:
        "Two-mode: divided by the number of statements of the actor; with `IGNORE`, the share of the actor's statements.",
    },
    PROMINENCE: {
      description:
        "Two-mode: divided by the number of statements on the condition; with `IGNORE`, the actor's share of them.",
    },
  },
});

const NetworkDuplicatesEnum = builder.enumType('NetworkDuplicates', {
  description:
    'Counting of repeated statements of one actor on one condition with one stance. Statements with different stances are never duplicates, whatever the weight. A date known to the month or year counts as its first day.',
  values: {
    ALL: { description: 'Every position counts.' },
    DOCUMENT: { description: 'Once for each document.' },
    MONTH: { description: 'Once for each month of each year.' },
    YEAR: { description: 'Once for each year.' },
    RANGE: { description: 'Once for the whole selection, or for each window.' },
  },
});

const NetworkGroupingEnum = builder.enumType('NetworkGrouping', {
  description: 'Actors of the statements in a network that names no actors.',
  values: {
    HOLDER: { description: 'Holders of the positions.' },
    PARTY: { description: 'Parties for which the holders spoke on the day of the statement.' },
  },
});

const WindowUnitEnum = builder.enumType('WindowUnit', {
  description: 'Unit of windows of time, by the calendar.',
  values: {
    DAYS: { description: 'Calendar days.' },
    MONTHS: { description: 'Calendar months.' },
    YEARS: { description: 'Calendar years.' },
  },
});

const SlidingWindows = builder.inputType('SlidingWindows', {
  description:
    'Sliding windows of time. The first window begins on `filter.statedFrom`, otherwise on the first day of the month or year of the first statement (with `DAYS`, on its day). The last window is the last that begins by `filter.statedTo`, otherwise by the day of the last statement. At most 500 windows.',
  fields: (t) => ({
    unit: t.field({
      type: WindowUnitEnum,
      required: true,
      description: 'Unit of `size` and `step`.',
    }),
    size: t.int({ required: true, description: 'Length of a window in units, from 1 to 100,000.' }),
    step: t.int({
      description:
        'Units between the beginnings of consecutive windows, from 1 to 100,000. Default: `size`, which gives windows without overlaps or gaps.',
    }),
  }),
});

const NetworkActors = builder.inputType('NetworkActors', {
  isOneOf: true,
  description: 'Actors of a network: named, or grouped. Exactly one field is required.',
  fields: (t) => ({
    actors: t.stringList({
      description: 'Slugs of the actors: `["united-states", "hamas"]`.',
    }),
    groupBy: t.field({
      type: NetworkGroupingEnum,
      description: 'All holders, or all parties, with statements.',
    }),
  }),
});

/** Arguments of `Query.network`. */
export const networkArguments = builder.args((t) => ({
  of: t.field({
    type: NetworkActors,
    description: 'Actors of the network, in place of `actors` or `groupBy`.',
  }),
  actors: t.stringList({
    description:
      'Slugs of the actors, which count the statements of all holders that spoke for them on the day: `["united-states", "hamas"]`. Default: all actors with statements, by `groupBy`.',
  }),
  groupBy: t.field({
    type: NetworkGroupingEnum,
    description: 'Actors of the statements without `actors`. Default: `PARTY`.',
  }),
  conditions: t.stringList({
    description: 'Codes of the conditions. Default: all conditions of the codebook.',
  }),
  mode: t.field({
    type: NetworkModeEnum,
    defaultValue: 'ACTORS',
    description: 'Nodes of the network.',
  }),
  weight: t.field({
    type: NetworkWeightEnum,
    defaultValue: 'SUBTRACT',
    description: 'Weight of the edges.',
  }),
  normalisation: t.field({
    type: NetworkNormalisationEnum,
    defaultValue: 'NONE',
    description: 'Normalisation of the weights.',
  }),
  duplicates: t.field({
    type: NetworkDuplicatesEnum,
    defaultValue: 'ALL',
    description: 'Counting of repeated statements.',
  }),
  threshold: t.float({
    description: 'Minimum absolute weight of an edge, 0 or more. Default: no minimum.',
  }),
  windows: t.field({
    type: SlidingWindows,
    description: 'Sliding windows of time for which to compute the network as well.',
  }),
  filter: t.field({ type: PositionFilter, description: 'Positions to count.' }),
  ...codebookArgument,
  ...revisionArgument,
}));
