import type { Use } from '#src/analysis/formulations/group-wordings.ts';
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { invariant } from '#src/domain/failure.ts';
import { builder } from '../core/builder.ts';
import { pageOf } from '../core/connection.ts';
import { actorIn } from '../core/models.ts';

builder.objectType('Formulation', {
  description:
    'Words in which a party puts a condition, once or again: the same, or nearly the same, as those of its first use.',
  fields: (t) => ({
    words: t.string({
      description:
        'The words of the party’s first use, character for character; of several quotations, in order, with “ … ” between them.',
      resolve: ({ uses }) => firstOf(uses).words,
    }),
    count: t.int({
      description: 'How often the party uses them: its positions with these words.',
      resolve: ({ uses }) => uses.length,
    }),
    firstUse: t.field({
      type: 'Position',
      description:
        'The party’s first use. Of several on one day, the first by the alphabet of their words; of a month or year, its first day counts.',
      resolve: ({ uses, corpus }) => positionOf(corpus, firstOf(uses)),
    }),
    firstUser: t.field({
      type: 'Actor',
      description: 'Who of the party used them first: the holder of that position.',
      resolve: ({ uses, corpus }) => holderOf(corpus, firstOf(uses)),
    }),
    lastUse: t.field({
      type: 'Position',
      description: 'The party’s last use; its first, where it used them once.',
      resolve: ({ uses, corpus }) => positionOf(corpus, uses.at(-1) ?? firstOf(uses)),
    }),
    firstAnywhere: t.boolean({
      description:
        'Whether nobody else used them on an earlier day: the party coined them, as far as the positions tell.',
      resolve: ({ firstAnywhere }) => firstAnywhere,
    }),
    firstUseAnywhere: t.field({
      type: 'Position',
      description:
        'The first use of these words by anybody: by whom the party’s words were coined. Its own first use where it is first, also where another used them on the same day.',
      resolve: ({ uses, all, firstAnywhere, corpus }) =>
        positionOf(corpus, firstOf(firstAnywhere ? uses : all)),
    }),
    otherUsers: t.field({
      type: ['FormulationUser'],
      description:
        'The other parties that use these words, before or after; the first to do so first. Of an actor within a party, the rest of that party too.',
      resolve: ({ others, corpus }) =>
        [...others].map(([party, uses]) => ({ corpus, party: actorIn(corpus, party), uses })),
    }),
    variants: t.field({
      type: ['FormulationVariant'],
      description:
        'The different texts that the party’s uses have, character for character, in order of first use.',
      resolve: ({ uses }) =>
        [...Map.groupBy(uses, ({ words }) => words)].map(([words, same]) => ({
          words,
          count: same.length,
        })),
    }),
    uses: t.connection({
      type: 'Position',
      description: 'The party’s positions with these words, in order of statement.',
      resolve: ({ uses, corpus }, args) =>
        pageOf(
          {
            length: uses.length,
            idAt: (index) => uses[index]?.id ?? 0,
            load: (index) => ({ corpus, at: uses[index]?.row ?? 0 }),
          },
          args,
        ),
    }),
  }),
});

builder.objectType('FormulationUser', {
  description: 'Another party that uses the same words.',
  fields: (t) => ({
    party: t.field({
      type: 'Actor',
      description: 'The party for which their holders spoke on the day of the statement.',
      resolve: ({ party }) => party,
    }),
    count: t.int({
      description: 'How often it uses them.',
      resolve: ({ uses }) => uses.length,
    }),
    firstUse: t.field({
      type: 'Position',
      description: 'Its first use.',
      resolve: ({ uses, corpus }) => positionOf(corpus, firstOf(uses)),
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

function firstOf(uses: readonly Use[]): Use {
  const [first] = uses;
  invariant(first, 'a formulation that nobody uses');
  return first;
}

function holderOf(corpus: CorpusSnapshot, { row }: Use) {
  return actorIn(corpus, corpus.positions.holder[row] ?? 0);
}

function positionOf(corpus: CorpusSnapshot, { row }: Use) {
  return { corpus, at: row };
}
