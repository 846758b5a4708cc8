import { builder } from '../core/builder.ts';
import { StanceEnum } from '../core/enums.ts';

builder.objectType('StanceCount', {
  description: 'How many positions stand at one level of the scale.',
  fields: (t) => ({
    stance: t.expose('stance', { type: StanceEnum, description: 'The level.' }),
    value: t.exposeInt('value', { description: 'Its value, from 2 to −2.' }),
    count: t.exposeInt('count', { description: 'How many positions.' }),
  }),
});
