import type { Unit } from '#src/analysis/reliability/match-units.ts';
import { actorAt } from '#src/app/lookup/actors.ts';
import { conditionAt } from '#src/app/lookup/codebooks.ts';
import { documentAt } from '#src/app/lookup/documents.ts';
import { isAgreed } from '#src/app/reliability/intercoder-agreement.ts';
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { builder } from '../core/builder.ts';
import { connectionFromList, type PageArguments } from '../core/connection.ts';
import { cost, SHORT_LIST } from '../core/cost.ts';

builder.objectType('Agreement', {
  description:
    'Agreement of coders on the stances of units. A unit is a group of words on which at least one coder has a position for a holder and condition. Positions of several coders belong to one unit if document, holder and condition are equal and their quotations overlap; of several that overlap, the nearest.',
  fields: (t) => ({
    unitCount: t.int({
      description: 'Number of units.',
      resolve: ({ counts }) => counts.units.length,
    }),
    unitsInCommon: t.int({
      description: 'Number of units found by at least two coders.',
      resolve: ({ counts }) => counts.unitsInCommon,
    }),
    valueCount: t.int({
      description: 'Number of stances: one for each unit and coder who found it.',
      resolve: ({ counts }) => counts.values,
    }),
    pairableValueCount: t.int({
      description: 'Number of stances in units in common, on which the measures are computed.',
      resolve: ({ counts }) => counts.pairableValues,
    }),
    missingValueCount: t.int({
      description:
        'Number of missing stances: one for each unit and coder without a position there, whether or not that coder coded the document.',
      resolve: ({ counts }) => counts.missingValues,
    }),
    percentAgreement: t.float({
      nullable: true,
      description:
        'Share of equal stances among the pairs of stances within units, from 0 to 1, not corrected for chance. Null without units in common.',
      resolve: ({ counts }) => counts.percentAgreement,
    }),
    nominal: t.field({
      type: 'KrippendorffAlpha',
      description: 'Alpha at the nominal level: any two different stances are equally far apart.',
      resolve: (agreement) => ({ agreement, level: 'NOMINAL' as const }),
    }),
    ordinal: t.field({
      type: 'KrippendorffAlpha',
      description:
        'Alpha at the ordinal level: stances are ranks, farther apart the more values lie between them. The recommended coefficient for this scale.',
      resolve: (agreement) => ({ agreement, level: 'ORDINAL' as const }),
    }),
    interval: t.field({
      type: 'KrippendorffAlpha',
      description: 'Alpha at the interval level: levels of the scale are equally spaced.',
      resolve: (agreement) => ({ agreement, level: 'INTERVAL' as const }),
    }),
    units: t.connection({
      type: 'CodedUnit',
      description: 'Units behind the figures, in the order of their words within each document.',
      args: {
        agreed: t.arg.boolean({
          description:
            'Units in common on which all coders agree (`true`) or differ (`false`). Default: all units, including those found by one coder.',
        }),
      },
      resolve: (source, args) => unitConnection(source.corpus, source.units(args.agreed), args),
    }),
  }),
});

builder.objectType('CodedUnit', {
  description: 'Words of a document that were coded independently for one condition and holder.',
  fields: (t) => ({
    document: t.field({
      type: 'Document',
      description: 'Document that contains the words.',
      resolve: ({ unit, corpus }) => documentAt(corpus, unit[0]?.document ?? 0),
    }),
    condition: t.field({
      type: 'Condition',
      description: 'Condition on which the stance is taken.',
      resolve: ({ unit, corpus }) => conditionAt(corpus, unit[0]?.condition ?? 0),
    }),
    holder: t.field({
      type: 'Actor',
      description: 'Actor whose stance is coded.',
      resolve: ({ unit, corpus }) => actorAt(corpus, unit[0]?.holder ?? 0),
    }),
    agreed: t.boolean({
      nullable: true,
      description:
        'Whether all coders who found the unit coded the same stance. Null if one coder found it.',
      resolve: ({ unit }) => isAgreed(unit),
    }),
    positions: t.field({
      type: ['Position'],
      extensions: cost({ items: SHORT_LIST }),
      description: 'Positions of the coders who found the unit, at most one for each coder.',
      resolve: ({ unit, corpus }) => unit.map(({ index }) => ({ corpus, index })),
    }),
  }),
});

builder.objectType('KrippendorffAlpha', {
  description:
    "Krippendorff's alpha (2011): 1 for perfect agreement, 0 for agreement as expected by chance, below 0 for less. Krippendorff recommends 0.8 or more, and 0.667 for tentative conclusions.",
  fields: (t) => ({
    value: t.float({
      nullable: true,
      description:
        'Alpha, at most 1. Null without units in common, or if only one stance occurs: without variation, agreement cannot be distinguished from chance.',
      resolve: (alpha) => alpha.agreement.alpha(alpha.level),
    }),
    confidenceInterval: t.field({
      type: 'ConfidenceInterval',
      nullable: true,
      description:
        'Bootstrap percentile interval of alpha over units resampled with replacement (Efron and Tibshirani 1993). Null if alpha is null, or with fewer than two units in common.',
      resolve: (alpha) => alpha.agreement.interval(alpha.level),
    }),
  }),
});

builder.objectType('ConfidenceInterval', {
  description: 'Bootstrap confidence interval of a measure: its range over other samples of units.',
  fields: (t) => ({
    lower: t.exposeFloat('lower', { description: 'Lower bound.' }),
    upper: t.exposeFloat('upper', { description: 'Upper bound.' }),
    confidence: t.exposeFloat('confidence', {
      description:
        'Confidence level, the share of bootstrap samples that the interval covers, between 0 and 1.',
    }),
    samples: t.exposeInt('samples', { description: 'Number of bootstrap samples.' }),
    undefinedSamples: t.exposeInt('undefinedSamples', {
      description:
        'Number of samples excluded because only one stance occurs in them, which leaves alpha undefined.',
    }),
    seed: t.exposeInt('seed', {
      description: 'Seed of the random numbers: the same seed returns the same interval.',
    }),
  }),
});

/** The requested page of units; a cursor holds the id of the unit's first position. */
function unitConnection(corpus: CorpusSnapshot, units: readonly Unit[], args: PageArguments) {
  return connectionFromList(
    {
      length: units.length,
      idAt: (place) => units[place]?.[0]?.id ?? 0,
      load: (place) => ({ corpus, unit: units[place] ?? [] }),
    },
    args,
  );
}
