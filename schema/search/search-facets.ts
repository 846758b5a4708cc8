import { actorAt } from '#src/app/lookup/actors.ts';
import { builder } from '../core/builder.ts';
import { cost } from '../core/cost.ts';
import { CodingStateEnum, DocumentKindEnum, SearchSubjectKindEnum } from '../core/enums.ts';

/** Estimated number of values of a facet. */
const VALUES = 10;

builder.objectType('SearchFacets', {
  description:
    'Numbers of results by what a filter can select, of all results and not only of the page. Values without results are absent. Actors are counted in `subjects` alone.',
  fields: (t) => ({
    subjects: t.field({
      type: ['SearchSubjectCount'],
      extensions: cost({ items: VALUES }),
      description: 'By kind of result.',
      resolve: ({ record }) => record.subjects,
    }),
    kinds: t.field({
      type: ['DocumentKindCount'],
      extensions: cost({ items: VALUES }),
      description: 'By kind of document.',
      resolve: ({ record }) => record.kinds,
    }),
    years: t.field({
      type: ['YearCount'],
      extensions: cost({ items: VALUES }),
      description: 'By year of the document, earliest first.',
      resolve: ({ record }) => record.years,
    }),
    parties: t.field({
      type: ['PartyCount'],
      extensions: cost({ items: VALUES }),
      description:
        "By party, most results first: that of a position's holder on the day of the statement, else those of the document's authors on its day.",
      resolve: ({ record, corpus }) => record.parties.map((count) => ({ record: count, corpus })),
    }),
    codingStates: t.field({
      type: ['CodingStateCount'],
      extensions: cost({ items: VALUES }),
      description: 'By how far the document is coded by the codebook of the filter.',
      resolve: ({ record }) => record.codingStates,
    }),
  }),
});

const COUNT = 'Number of results.';

builder.objectType('SearchSubjectCount', {
  description: 'Results of one kind.',
  fields: (t) => ({
    subject: t.field({
      type: SearchSubjectKindEnum,
      description: 'Kind of result.',
      resolve: ({ value }) => value,
    }),
    count: t.exposeInt('count', { description: COUNT }),
  }),
});

builder.objectType('DocumentKindCount', {
  description: 'Results in documents of one kind.',
  fields: (t) => ({
    kind: t.field({
      type: DocumentKindEnum,
      description: 'Kind of document.',
      resolve: ({ value }) => value,
    }),
    count: t.exposeInt('count', { description: COUNT }),
  }),
});

builder.objectType('YearCount', {
  description: 'Results in documents of one year.',
  fields: (t) => ({
    year: t.int({
      nullable: true,
      description: 'Year in which the documents were written. Null for undated ones.',
      resolve: ({ value }) => value,
    }),
    count: t.exposeInt('count', { description: COUNT }),
  }),
});

builder.objectType('PartyCount', {
  description: 'Results of one party.',
  fields: (t) => ({
    party: t.field({
      type: 'Actor',
      description: 'Party of the holder or author.',
      resolve: ({ record, corpus }) => actorAt(corpus, record.value),
    }),
    count: t.int({ description: COUNT, resolve: ({ record }) => record.count }),
  }),
});

builder.objectType('CodingStateCount', {
  description: 'Results in documents of one state of coding.',
  fields: (t) => ({
    state: t.field({
      type: CodingStateEnum,
      description: 'State of coding.',
      resolve: ({ value }) => value,
    }),
    count: t.exposeInt('count', { description: COUNT }),
  }),
});
