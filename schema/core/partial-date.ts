import { daysOf } from '#src/analysis/timeline/possible-days.ts';
import { isoDay } from '#src/domain/dates.ts';
import { kindAt, type PositionColumns } from '#src/domain/position-columns.ts';
import { builder } from './builder.ts';
import { DatePrecisionEnum } from './enums.ts';
import type { Models } from './models.ts';

type PartialDateModel = Models['PartialDate'];

const daysOfDate = ({ day, precision, onOrBefore }: PartialDateModel) =>
  daysOf(day, precision, onOrBefore);

builder.objectType('PartialDate', {
  description:
    'A date as far as it is known: to the day, month or year, or only as the latest that it can have been; and the days that it can mean.',
  fields: (t) => ({
    date: t.field({
      type: 'Date',
      description: 'The date as given; of a month or year, its first day.',
      resolve: ({ day }) => isoDay(day),
    }),
    precision: t.field({
      type: DatePrecisionEnum,
      description: 'How precisely it is known.',
      resolve: ({ precision }) => precision,
    }),
    onOrBefore: t.boolean({
      description: 'Whether it is only the latest that it can have been.',
      resolve: ({ onOrBefore }) => onOrBefore,
    }),
    notBefore: t.field({
      type: 'Date',
      nullable: true,
      description: 'The first day that it can mean; null where only the latest is known.',
      resolve: (date) => {
        const { first } = daysOfDate(date);
        return first === null ? null : isoDay(first);
      },
    }),
    notAfter: t.field({
      type: 'Date',
      description: 'The last day that it can mean.',
      resolve: (date) => isoDay(daysOfDate(date).last),
    }),
  }),
});

/** When the position at a row was stated. */
export function dateAt(columns: PositionColumns, row: number): PartialDateModel {
  const { precision, onOrBefore } = kindAt(columns, row);
  return { day: columns.day[row] ?? 0, precision, onOrBefore };
}
