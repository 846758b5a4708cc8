import { contrasts } from '#src/analysis/discrepancies/contrasts.ts';
import { kindsIn } from '#src/analysis/discrepancies/discrepancy-kinds.ts';
import { daysApart, possibleDays } from '#src/analysis/timeline/possible-days.ts';
import { kindAt } from '#src/domain/position-columns.ts';
import { builder } from '../core/builder.ts';
import { ContrastAspectEnum, DiscrepancyKindEnum } from '../core/enums.ts';
import { actorIn, conditionIn, documentIn, type Models } from '../core/models.ts';

const distance = ({ corpus: { positions }, pair }: Models['Discrepancy']) =>
  daysApart(possibleDays(positions, pair.a), possibleDays(positions, pair.b));

builder.objectType('Discrepancy', {
  description: 'Two positions of one actor on one condition whose stances differ.',
  fields: (t) => ({
    a: t.field({
      type: 'Position',
      description: 'The earlier by the dates as given; of one date, either.',
      resolve: ({ corpus, pair }) => ({ corpus, at: pair.a }),
    }),
    b: t.field({
      type: 'Position',
      description: 'The later by the dates as given; of one date, the other.',
      resolve: ({ corpus, pair }) => ({ corpus, at: pair.b }),
    }),
    condition: t.field({
      type: 'Condition',
      description: 'The condition on which both take a stance.',
      resolve: ({ corpus, pair }) => conditionIn(corpus, corpus.positions.condition[pair.a] ?? -1),
    }),
    kinds: t.field({
      type: [DiscrepancyKindEnum],
      description: 'What sets the two apart: every kind that applies, or `OTHER` alone.',
      resolve: ({ pair }) => [...kindsIn(pair.kinds)],
    }),
    contrasts: t.field({
      type: ['Contrast'],
      description:
        'Every aspect in which the two differ, beside stance and date. Empty where there is none.',
      resolve: ({ corpus, pair }) =>
        contrasts(corpus.positions, pair.a, pair.b).map((row) => ({ row, corpus })),
    }),
    stanceDifference: t.int({
      description: 'Levels of the stance scale between the two, from 1 to 4.',
      resolve: ({ corpus: { positions }, pair }) =>
        Math.abs(kindAt(positions, pair.a).stance - kindAt(positions, pair.b).stance),
    }),
    daysApart: t.field({
      type: 'DaysApart',
      description: 'Days between the two statements, as far as their dates are known.',
      resolve: distance,
    }),
    certain: t.boolean({
      description:
        'Whether the dates prove that the two lie within the days asked for: the greatest possible distance does.',
      resolve: (discrepancy) => (distance(discrepancy).max ?? Infinity) <= discrepancy.within,
    }),
  }),
});

builder.objectType('DaysApart', {
  description: 'Days between two statements, each of which can have been made on several days.',
  fields: (t) => ({
    min: t.exposeInt('min', {
      description: 'The least possible: 0 if both can have been made on one day.',
    }),
    max: t.exposeInt('max', {
      nullable: true,
      description: 'The greatest possible; null where of either only the latest day is known.',
    }),
  }),
});

builder.objectType('Contrast', {
  description: 'An aspect in which two positions differ, with the value of each.',
  fields: (t) => ({
    aspect: t.field({
      type: ContrastAspectEnum,
      description: 'The aspect; it tells how the values are written.',
      resolve: ({ row }) => row.aspect,
    }),
    a: t.string({
      description: 'Value of the position `a`.',
      resolve: ({ row, corpus }) => inText(row.aspect, row.a, corpus),
    }),
    b: t.string({
      description: 'Value of the position `b`.',
      resolve: ({ row, corpus }) => inText(row.aspect, row.b, corpus),
    }),
  }),
});

function inText(
  aspect: Models['Contrast']['row']['aspect'],
  value: number | string,
  corpus: Models['Contrast']['corpus'],
): string {
  switch (aspect) {
    case 'HOLDER':
      return actorIn(corpus, Number(value)).row.slug;
    case 'DOCUMENT':
      return documentIn(corpus, Number(value)).row.reference;
    case 'CHANNEL':
    case 'WORDING':
    case 'RETELLINGS':
    case 'MODALITY':
    case 'CODER':
    default:
      return String(value);
  }
}
