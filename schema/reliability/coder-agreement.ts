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
    'How far coders agree on the stances of units: words on which at least one of them has a position on a condition by a holder. Positions of several coders are one unit if they are of the same document, holder and condition, and their quotations overlap; of several that do, the nearest.',
  fields: (t) => ({
    unitCount: t.int({
      description: 'How many units there are.',
      resolve: ({ counts }) => counts.units.length,
    }),
    unitsInCommon: t.int({
      description: 'Of these, how many at least two coders found.',
      resolve: ({ counts }) => counts.unitsInCommon,
    }),
    valueCount: t.int({
      description: 'How many stances were given: one for each unit and coder who found it.',
      resolve: ({ counts }) => counts.values,
    }),
    pairableValueCount: t.int({
      description: 'Of these, how many were given to units in common: what the measures rest on.',
      resolve: ({ counts }) => counts.pairableValues,
    }),
    missingValueCount: t.int({
      description:
        'How many are missing: one for each unit and coder who has no position there, whether or not that coder coded the document.',
      resolve: ({ counts }) => counts.missingValues,
    }),
    percentAgreement: t.float({
      nullable: true,
      description:
        'Share of the pairs of stances given to one unit that are the same, from 0 to 1. It takes no account of chance. Null without units in common.',
      resolve: ({ counts }) => counts.percentAgreement,
    }),
    nominal: t.field({
      type: 'KrippendorffAlpha',
      description: 'Alpha that counts every two different stances as equally far apart.',
      resolve: (agreement) => ({ agreement, level: 'NOMINAL' as const }),
    }),
    ordinal: t.field({
      type: 'KrippendorffAlpha',
      description:
        'Alpha that takes stances as ranks: the more values lie between two, the farther they are apart. The one to report for this scale.',
      resolve: (agreement) => ({ agreement, level: 'ORDINAL' as const }),
    }),
    interval: t.field({
      type: 'KrippendorffAlpha',
      description: 'Alpha that takes the steps of the scale as equal.',
      resolve: (agreement) => ({ agreement, level: 'INTERVAL' as const }),
    }),
    units: t.connection({
      type: 'CodedUnit',
      description:
        'The units behind the figures, in the order of their words within each document.',
      args: {
        agreed: t.arg.boolean({
          description:
            'Only those in common on which all agree, or (false) those on which they do not; without it all, also those found by one coder.',
        }),
      },
      resolve: (source, args) => unitConnection(source.corpus, source.units(args.agreed), args),
    }),
  }),
});

builder.objectType('CodedUnit', {
  description: 'Words of a document that coders coded apart, on one condition and holder.',
  fields: (t) => ({
    document: t.field({
      type: 'Document',
      description: 'The document that has the words.',
      resolve: ({ unit, corpus }) => documentAt(corpus, unit[0]?.document ?? 0),
    }),
    condition: t.field({
      type: 'Condition',
      description: 'The condition on which a stance is taken.',
      resolve: ({ unit, corpus }) => conditionAt(corpus, unit[0]?.condition ?? 0),
    }),
    holder: t.field({
      type: 'Actor',
      description: 'The actor whose stance it is.',
      resolve: ({ unit, corpus }) => actorAt(corpus, unit[0]?.holder ?? 0),
    }),
    agreed: t.boolean({
      nullable: true,
      description: 'Whether all who found it gave it the same stance; null if one coder alone did.',
      resolve: ({ unit }) => isAgreed(unit),
    }),
    positions: t.field({
      type: ['Position'],
      extensions: cost({ items: SHORT_LIST }),
      description: 'What each coder who found it made of it: at most one position of each.',
      resolve: ({ unit, corpus }) => unit.map(({ row }) => ({ corpus, index: row })),
    }),
  }),
});

builder.objectType('KrippendorffAlpha', {
  description:
    'Krippendorff’s alpha (2011): 1 where coders agree without exception, 0 where they agree as often as by chance, below 0 where they disagree more often. Krippendorff relies on 0.8 or more, and on 0.667 for tentative conclusions.',
  fields: (t) => ({
    value: t.float({
      nullable: true,
      description:
        'At most 1. Null without units in common, and where only one stance is in use: nothing varies, so that agreement cannot be told from chance.',
      resolve: (alpha) => alpha.agreement.alpha(alpha.level),
    }),
    confidenceInterval: t.field({
      type: 'ConfidenceInterval',
      nullable: true,
      description:
        'In which range alpha would lie with other units: percentiles of alpha over units drawn anew, with replacement (Efron and Tibshirani 1993). Null where alpha is, and with fewer than two units in common.',
      resolve: (alpha) => alpha.agreement.interval(alpha.level),
    }),
  }),
});

builder.objectType('ConfidenceInterval', {
  description: 'A range in which a measure would lie if other units had been coded.',
  fields: (t) => ({
    lower: t.exposeFloat('lower', { description: 'Its lower end.' }),
    upper: t.exposeFloat('upper', { description: 'Its upper end.' }),
    confidence: t.exposeFloat('confidence', {
      description: 'Share of the draws that it covers, between 0 and 1.',
    }),
    samples: t.exposeInt('samples', { description: 'How many times the units were drawn.' }),
    undefinedSamples: t.exposeInt('undefinedSamples', {
      description:
        'Draws left out because only one stance was in them, so that alpha is not defined.',
    }),
    seed: t.exposeInt('seed', {
      description: 'Where the random numbers started: the same seed gives the same interval.',
    }),
  }),
});

/** A page of units; a cursor is the id of the first position of each. */
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
