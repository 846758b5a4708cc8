import { builder } from '../core/builder.ts';
import { connectionFromList } from '../core/connection.ts';
import { cost, SHORT_LIST } from '../core/cost.ts';

builder.objectType('Formulation', {
  description:
    'Words in which a party puts a condition, once or again: the same, or nearly the same, as those of its first use.',
  fields: (t) => ({
    words: t.exposeString('words', {
      description:
        'The words of the party’s first use, character for character; of several quotations, in order, with “ … ” between them.',
    }),
    count: t.exposeInt('count', {
      description: 'How often the party uses them: its positions with these words.',
    }),
    firstUse: t.expose('firstUse', {
      type: 'Position',
      description:
        'The party’s first use. Of several on one day, the first by the alphabet of their words; of a month or year, its first day counts.',
    }),
    firstUser: t.expose('firstUser', {
      type: 'Actor',
      description: 'Who of the party used them first: the holder of that position.',
    }),
    lastUse: t.expose('lastUse', {
      type: 'Position',
      description: 'The party’s last use; its first, where it used them once.',
    }),
    firstAnywhere: t.exposeBoolean('firstAnywhere', {
      description:
        'Whether nobody else used them on an earlier day: the party coined them, as far as the positions tell.',
    }),
    firstUseAnywhere: t.expose('firstUseAnywhere', {
      type: 'Position',
      description:
        'The first use of these words by anybody: by whom the party’s words were coined. Its own first use where it is first, also where another used them on the same day.',
    }),
    otherUsers: t.field({
      type: ['FormulationUser'],
      description:
        'The other parties that use these words, before or after; the first to do so first. Of an actor within a party, the rest of that party too.',
      extensions: cost({ items: SHORT_LIST }),
      resolve: ({ otherUsers }) => [...otherUsers],
    }),
    variants: t.field({
      type: ['FormulationVariant'],
      description:
        'The different texts that the party’s uses have, character for character, in order of first use.',
      extensions: cost({ items: SHORT_LIST }),
      resolve: ({ variants }) => [...variants],
    }),
    uses: t.connection({
      type: 'Position',
      description: 'The party’s positions with these words, in order of statement.',
      resolve: ({ uses, corpus }, args) =>
        connectionFromList(
          {
            length: uses.length,
            idAt: (index) => uses[index]?.id ?? 0,
            load: (index) => ({ corpus, index: uses[index]?.row ?? 0 }),
          },
          args,
        ),
    }),
  }),
});

builder.objectType('FormulationUser', {
  description: 'Another party that uses the same words.',
  fields: (t) => ({
    party: t.expose('party', {
      type: 'Actor',
      description: 'The party for which their holders spoke on the day of the statement.',
    }),
    count: t.exposeInt('count', {
      description: 'How often it uses them.',
    }),
    firstUse: t.expose('firstUse', {
      type: 'Position',
      description: 'Its first use.',
    }),
  }),
});

builder.objectType('FormulationVariant', {
  description: 'One text of a formulation.',
  fields: (t) => ({
    words: t.exposeString('words', {
      description: 'The text, character for character, line breaks and scanning errors included.',
    }),
    count: t.exposeInt('count', { description: 'How many of the party’s positions have it.' }),
  }),
});
