import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rollUp } from '#src/analysis/selection/roll-up.ts';
import { indexAffiliations, lineage } from '#src/domain/affiliation.ts';

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
  it('gives the lineage of a holder on every day', () => {
    fc.assert(
      fc.property(spans, (all) => {
        const affiliations = indexAffiliations(all);
        const speakersOf = rollUp(affiliations, (line) => line);

        for (let holder = 0; holder < 5; holder += 1)
          for (let day = -1; day < 14; day += 1)
            expect(speakersOf(holder, day)).toEqual(lineage(holder, day, affiliations));
      }),
      { numRuns: 300 },
    );
  });
});
