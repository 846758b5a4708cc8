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
  it('is the actor itself if it is part of nothing', () => {
    expect(partyOn(1, 0, new Map())).toBe(1);
  });

  it('is the top of the tree', () => {
    const index = indexAffiliations([span(1, 2), span(2, 3)]);

    expect(lineage(1, 0, index)).toEqual([1, 2, 3]);
    expect(partyOn(1, 0, index)).toBe(3);
  });

  it('counts the first and the last day of an office', () => {
    const index = indexAffiliations([span(1, 2, 10, 20)]);

    expect([9, 10, 20, 21].map((day) => partyOn(1, day, index))).toEqual([1, 2, 2, 1]);
  });

  it('goes by the later of two offices held at once', () => {
    const index = indexAffiliations([span(1, 2, 5), span(1, 3, 10), span(1, 4)]);

    expect(partyOn(1, 12, index)).toBe(3);
  });

  it('ends where a circle of affiliations closes', () => {
    const index = indexAffiliations([span(1, 2), span(2, 3), span(3, 1)]);

    expect(lineage(1, 0, index)).toEqual([1, 2, 3]);
  });

  it('leaves coalitions aside', () => {
    const index = indexAffiliations([{ ...span(1, 2), kind: 'COALITION_MEMBER' }]);

    expect(partyOn(1, 0, index)).toBe(1);
  });
});
