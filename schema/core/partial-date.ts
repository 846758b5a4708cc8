import { isoDay } from '#src/domain/dates.ts';
import { daysOf, type StatedDate } from '#src/domain/possible-days.ts';
import { builder } from './builder.ts';
import { DatePrecisionEnum } from './enums.ts';

const possibleDays = ({ day, precision, onOrBefore }: StatedDate) =>
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
        const { first } = possibleDays(date);
        return first === null ? null : isoDay(first);
      },
    }),
    notAfter: t.field({
      type: 'Date',
      description: 'The last day that it can mean.',
      resolve: (date) => isoDay(possibleDays(date).last),
    }),
  }),
});
