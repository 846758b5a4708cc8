import { isoDay } from '#src/domain/dates.ts';
import { daysOf, type StatedDate } from '#src/domain/possible-days.ts';
import { builder } from './builder.ts';
import { DatePrecisionEnum } from './enums.ts';

const possibleDays = ({ day, precision, onOrBefore }: StatedDate) =>
  daysOf(day, precision, onOrBefore);

builder.objectType('PartialDate', {
  description:
    'A date known to the day, month or year, or only as the latest possible date, with the days it may refer to.',
  fields: (t) => ({
    date: t.field({
      type: 'Date',
      description: 'Date as given; of a month or year, its first day.',
      resolve: ({ day }) => isoDay(day),
    }),
    precision: t.field({
      type: DatePrecisionEnum,
      description: 'Precision of the date.',
      resolve: ({ precision }) => precision,
    }),
    onOrBefore: t.boolean({
      description: 'Whether the date is only the latest possible.',
      resolve: ({ onOrBefore }) => onOrBefore,
    }),
    notBefore: t.field({
      type: 'Date',
      nullable: true,
      description: 'First possible day. Null if only the latest possible day is known.',
      resolve: (date) => {
        const { first } = possibleDays(date);
        return first === null ? null : isoDay(first);
      },
    }),
    notAfter: t.field({
      type: 'Date',
      description: 'Last possible day.',
      resolve: (date) => isoDay(possibleDays(date).last),
    }),
  }),
});
