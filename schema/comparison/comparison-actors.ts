import { builder } from '../core/builder.ts';

/** Groupings of a comparison that names no actors. */
export const ComparisonGrouping = builder.enumType('ComparisonGrouping', {
  description: 'Grouping of positions into rows, in place of named actors.',
  values: {
    PARTY: {
      description:
        'A row for each party with positions in the selection, by descending number of positions.',
    },
  },
});

/** One-of input that chooses the rows of a comparison. */
export const ComparisonActors = builder.inputType('ComparisonActors', {
  isOneOf: true,
  description: 'Rows of a comparison. Exactly one field is required.',
  fields: (t) => ({
    actors: t.stringList({
      description: 'Slugs of actors, one row each: `["united-states", "russia", "hamas"]`.',
    }),
    parties: t.stringList({
      description:
        'Slugs of parties, one row each, as in `groupBy: PARTY`: a row counts the positions whose party it was on the day. While a party is itself part of another, its positions count for the other only; with `actors` they count for both.',
    }),
    groupBy: t.field({
      type: ComparisonGrouping,
      description: 'A row for each group with positions in the selection.',
    }),
  }),
});
