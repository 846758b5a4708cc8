import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rollUp } from '#src/analysis/selection/roll-up.ts';
import { indexAffiliations, lineage } from '#src/domain/affiliation.ts';
import { columnsOf } from '../columns.ts';

const bound = fc.option(fc.integer({ min: 0, max: 12 }));
const spans = fc.array(
  fc.record({
    memberId: fc.nat(4),
    organisationId: fc.nat(4),
    kind: fc.constant('PART_OF' as const),
    startedOn: bound,
    endedOn: bound,
  }),
  { maxLength: 8 },
);

describe('rollUp', () => {
  it('gives for whom a position was spoken on every day, with and without somebody on whose behalf', () => {
    fc.assert(
      fc.property(spans, (all) => {
        const affiliations = indexAffiliations(all, (actor) => (actor % 2 ? 'PERSON' : 'STATE'));
        const positions = [0, 1, 2, 3, 4].flatMap((holder) =>
          [undefined, 1, 2].flatMap((onBehalfOf) =>
            Array.from({ length: 15 }, (_, i) => ({
              holder,
              day: i - 1,
              ...(onBehalfOf !== undefined && { onBehalfOf }),
            })),
          ),
        );
        const speakersOf = rollUp(columnsOf(positions), affiliations, (line) => line);

        for (const [index, position] of positions.entries())
          expect(speakersOf(index)).toEqual(
            position.onBehalfOf === undefined
              ? lineage(position.holder, position.day, affiliations)
              : [position.holder, ...lineage(position.onBehalfOf, position.day, affiliations)],
          );
      }),
      { numRuns: 100 },
    );
  });
});
