import { bootstrapAlpha } from '#src/analysis/reliability/bootstrap-alpha.ts';
import { coincidences } from '#src/analysis/reliability/coincidences.ts';
import {
  krippendorffAlpha,
  type MeasurementLevel,
} from '#src/analysis/reliability/krippendorff-alpha.ts';
import type { Unit } from '#src/analysis/reliability/match-units.ts';
import { builder } from '../core/builder.ts';
import { pageOf } from '../core/connection.ts';
import { type AgreementModel, actorIn, conditionIn, documentIn } from '../core/models.ts';

builder.objectType('Agreement', {
  description:
    'How far coders agree on the stances of units: words on which at least one of them has a position on a condition by a holder. Positions of several coders are one unit if they are of the same document, holder and condition, and their quotations overlap; of several that do, the nearest.',
  fields: (t) => ({
    unitCount: t.int({
      description: 'How many units there are.',
      resolve: ({ agreement }) => agreement.units.length,
    }),
    unitsInCommon: t.int({
      description: 'Of these, how many at least two coders found.',
      resolve: ({ agreement }) => agreement.unitsInCommon,
    }),
    valueCount: t.int({
      description: 'How many stances were given: one for each unit and coder who found it.',
      resolve: ({ agreement }) => agreement.values,
    }),
    pairableValueCount: t.int({
      description: 'Of these, how many were given to units in common: what the measures rest on.',
      resolve: ({ agreement }) => agreement.pairableValues,
    }),
    missingValueCount: t.int({
      description:
        'How many are missing: one for each unit and coder who has no position there, whether or not that coder coded the document.',
      resolve: ({ agreement }) => agreement.missingValues,
    }),
    percentAgreement: t.float({
      nullable: true,
      description:
        'Share of the pairs of stances given to one unit that are the same, from 0 to 1. It takes no account of chance. Null without units in common.',
      resolve: ({ agreement }) => agreement.percentAgreement,
    }),
    nominal: t.field({
      type: 'KrippendorffAlpha',
      description: 'Alpha that counts every two different stances as equally far apart.',
      resolve: (model) => ({ model, level: 'NOMINAL' as const }),
    }),
    ordinal: t.field({
      type: 'KrippendorffAlpha',
      description:
        'Alpha that takes stances as ranks: the more values lie between two, the farther they are apart. The one to report for this scale.',
      resolve: (model) => ({ model, level: 'ORDINAL' as const }),
    }),
    interval: t.field({
      type: 'KrippendorffAlpha',
      description: 'Alpha that takes the steps of the scale as equal.',
      resolve: (model) => ({ model, level: 'INTERVAL' as const }),
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
      resolve: ({ agreement, corpus }, args) => {
        const { agreed } = args;
        const wanted =
          agreed === null || agreed === undefined
            ? agreement.units
            : agreement.units.filter((unit) => unit.length > 1 && isAgreed(unit) === agreed);
        return pageOf(
          {
            length: wanted.length,
            idAt: (index) => wanted[index]?.[0]?.id ?? 0,
            load: (index) => ({ corpus, unit: wanted[index] ?? [] }),
          },
          args,
        );
      },
    }),
  }),
});

function isAgreed(unit: Unit): boolean {
  return unit.every(({ stance }) => stance === unit[0]?.stance);
}

builder.objectType('CodedUnit', {
  description: 'Words of a document that coders coded apart, on one condition and holder.',
  fields: (t) => ({
    document: t.field({
      type: 'Document',
      description: 'The document that has the words.',
      resolve: ({ unit, corpus }) => documentIn(corpus, unit[0]?.document ?? 0),
    }),
    condition: t.field({
      type: 'Condition',
      description: 'The condition on which a stance is taken.',
      resolve: ({ unit, corpus }) => conditionIn(corpus, unit[0]?.condition ?? 0),
    }),
    holder: t.field({
      type: 'Actor',
      description: 'The actor whose stance it is.',
      resolve: ({ unit, corpus }) => actorIn(corpus, unit[0]?.holder ?? 0),
    }),
    agreed: t.boolean({
      nullable: true,
      description: 'Whether all who found it gave it the same stance; null if one coder alone did.',
      resolve: ({ unit }) => (unit.length > 1 ? isAgreed(unit) : null),
    }),
    positions: t.field({
      type: ['Position'],
      description: 'What each coder who found it made of it: at most one position of each.',
      resolve: ({ unit, corpus }) => unit.map(({ row }) => ({ corpus, at: row })),
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
      resolve: ({ model, level }) => alphaOf(model, level),
    }),
    confidenceInterval: t.field({
      type: 'ConfidenceInterval',
      nullable: true,
      description:
        'In which range alpha would lie with other units: percentiles of alpha over units drawn anew, with replacement (Efron and Tibshirani 1993). Null where alpha is, and with fewer than two units in common.',
      resolve: ({ model, level }) =>
        alphaOf(model, level) === null ? null : intervalsOf(model)[level],
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

function alphaOf({ agreement, scale }: AgreementModel, level: MeasurementLevel): number | null {
  return krippendorffAlpha(coincidences(agreement.patterns, scale.length), scale, level);
}

const drawn = new WeakMap<AgreementModel, ReturnType<typeof bootstrapAlpha>>();

/** The same resamples serve all levels: they are drawn once, and only if an interval is selected. */
function intervalsOf(model: AgreementModel): ReturnType<typeof bootstrapAlpha> {
  const before = drawn.get(model);
  if (before) return before;
  const intervals = bootstrapAlpha(model.agreement.patterns, model.scale, model.options);
  drawn.set(model, intervals);
  return intervals;
}
