import { describe, expect, it } from 'vitest';
import {
  type AffiliationSpan,
  indexAffiliations,
  lineage,
  partyOn,
} from '#src/domain/affiliation.ts';

const span = (
  memberId: number,
  organisationId: number,
  startedOn: number | null = null,
  endedOn: number | null = null,
): AffiliationSpan => ({
  memberId,
  organisationId,
  kind: 'PART_OF',
  startedOn,
  endedOn,
});

describe('the party on a day', () => {
  it('is the actor itself without affiliations', () => {
    expect(partyOn(1, 0, new Map())).toBe(1);
  });

  it('is the top of the lineage', () => {
    const index = indexAffiliations([span(1, 2), span(2, 3)]);

    expect(lineage(1, 0, index)).toEqual([1, 2, 3]);
    expect(partyOn(1, 0, index)).toBe(3);
  });

  it('includes the first and the last day of an affiliation', () => {
    const index = indexAffiliations([span(1, 2, 10, 20)]);

    expect([9, 10, 20, 21].map((day) => partyOn(1, day, index))).toEqual([1, 2, 2, 1]);
  });

  it('follows the later start of two simultaneous affiliations', () => {
    const index = indexAffiliations([span(1, 2, 5), span(1, 3, 10), span(1, 4)]);

    expect(partyOn(1, 12, index)).toBe(3);
  });

  it('ends at a cycle of affiliations', () => {
    const index = indexAffiliations([span(1, 2), span(2, 3), span(3, 1)]);

    expect(lineage(1, 0, index)).toEqual([1, 2, 3]);
  });

  it('ignores membership of coalitions', () => {
    const index = indexAffiliations([{ ...span(1, 2), kind: 'COALITION_MEMBER' }]);

    expect(partyOn(1, 0, index)).toBe(1);
  });
});
