import { builder } from '../core/builder.ts';
import { StanceEnum } from '../core/enums.ts';

builder.objectType('StanceCount', {
  description: 'Number of positions at one level of the stance scale.',
  fields: (t) => ({
    stance: t.expose('stance', { type: StanceEnum, description: 'Level of the stance scale.' }),
    value: t.exposeInt('value', { description: 'Value of the level, from 2 to −2.' }),
    count: t.exposeInt('count', { description: 'Number of positions.' }),
  }),
});
