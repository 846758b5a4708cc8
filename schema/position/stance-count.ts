import type { Distribution } from '#src/analysis/comparison/distribution.ts';
import { STANCE_VALUE, STANCES } from '#src/domain/vocabulary.ts';
import { builder } from '../core/builder.ts';
import { StanceEnum } from '../core/enums.ts';
import type { Models } from '../core/models.ts';

builder.objectType('StanceCount', {
  description: 'How many positions stand at one level of the scale.',
  fields: (t) => ({
    stance: t.field({
      type: StanceEnum,
      description: 'The level.',
      resolve: ({ stance }) => stance,
    }),
    value: t.exposeInt('value', { description: 'Its value, from 2 to −2.' }),
    count: t.exposeInt('count', { description: 'How many positions.' }),
  }),
});

/** A distribution as a list, from the highest level to the lowest. */
export function stanceCounts(distribution: Distribution): Models['StanceCount'][] {
  return STANCES.filter((stance) => distribution.has(STANCE_VALUE[stance])).map((stance) => {
    const value = STANCE_VALUE[stance];
    return { stance, value, count: distribution.get(value) ?? 0 };
  });
}
