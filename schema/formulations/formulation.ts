import { builder } from '../core/builder.ts';
import { connectionFromList } from '../core/connection.ts';
import { cost, SHORT_LIST } from '../core/cost.ts';

builder.objectType('Formulation', {
  description:
    'A wording of a condition by a party: words used once or repeatedly, the same as or similar to those of its first use.',
  fields: (t) => ({
    words: t.exposeString('words', {
      description:
        'Words of the party\'s first use, character for character; several quotations in order, joined by " … ".',
    }),
    count: t.exposeInt('count', {
      description: "Number of the party's positions with this formulation.",
    }),
    firstUse: t.expose('firstUse', {
      type: 'Position',
      description:
        "First of the party's positions with this formulation. On the same day, the alphabetically first words; a month or year counts as its first day.",
    }),
    firstUser: t.expose('firstUser', {
      type: 'Actor',
      description: "Holder of the party's first use.",
    }),
    lastUse: t.expose('lastUse', {
      type: 'Position',
      description:
        "Last of the party's positions with this formulation; equal to `firstUse` if there is one use.",
    }),
    firstAnywhere: t.exposeBoolean('firstAnywhere', {
      description:
        'Whether no one else used the formulation on an earlier day, among the selected positions.',
    }),
    firstUseAnywhere: t.expose('firstUseAnywhere', {
      type: 'Position',
      description:
        "First position with this formulation by any party: `firstUse` if the party's own use is among the earliest, even if another party used it on the same day.",
    }),
    otherUsers: t.field({
      type: ['FormulationUser'],
      description:
        'Other parties that use the formulation, by their first use. For an actor within a party, includes the rest of that party.',
      extensions: cost({ items: SHORT_LIST }),
      resolve: ({ otherUsers }) => [...otherUsers],
    }),
    variants: t.field({
      type: ['FormulationVariant'],
      description:
        "Different texts of the party's uses, character for character, in order of first use.",
      extensions: cost({ items: SHORT_LIST }),
      resolve: ({ variants }) => [...variants],
    }),
    uses: t.connection({
      type: 'Position',
      description: "The party's positions with this formulation, in order of statement.",
      resolve: ({ uses, corpus }, args) =>
        connectionFromList(
          {
            length: uses.length,
            idAt: (index) => uses[index]?.id ?? 0,
            load: (index) => ({ corpus, index: uses[index]?.index ?? 0 }),
          },
          args,
        ),
    }),
  }),
});

builder.objectType('FormulationUser', {
  description: 'Another party that uses the same formulation.',
  fields: (t) => ({
    party: t.expose('party', {
      type: 'Actor',
      description: 'Party for which the holders spoke on the day of the statement.',
    }),
    count: t.exposeInt('count', {
      description: "Number of the party's positions with this formulation.",
    }),
    firstUse: t.expose('firstUse', {
      type: 'Position',
      description: "First of the party's positions with this formulation.",
    }),
  }),
});

builder.objectType('FormulationVariant', {
  description: 'One text of a formulation.',
  fields: (t) => ({
    words: t.exposeString('words', {
      description: 'Text, character for character, including line breaks and scanning errors.',
    }),
    count: t.exposeInt('count', { description: "Number of the party's positions with this text." }),
  }),
});
