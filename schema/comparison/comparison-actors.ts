import { builder } from '../core/builder.ts';

export const ComparisonGrouping = builder.enumType('ComparisonGrouping', {
  description: 'Whose rows a comparison has, where they are not named.',
  values: {
    PARTY: {
      description:
        'Every party of a holder of one of the positions counted, those with the most positions first.',
    },
  },
});

export const ComparisonActors = builder.inputType('ComparisonActors', {
  isOneOf: true,
  description:
    'Whose rows a comparison has: named actors, or all of a sort. Exactly one of the three.',
  fields: (t) => ({
    actors: t.stringList({
      description: 'Slugs of the actors, a row each: `["united-states", "russia", "hamas"]`.',
    }),
    parties: t.stringList({
      description:
        'Slugs of parties, a row each as `groupBy: PARTY` has it: of the positions whose party it was on the day. A party that was part of another counts for that one then, which `actors` counts for both.',
    }),
    groupBy: t.field({ type: ComparisonGrouping, description: 'All actors of a sort.' }),
  }),
});
