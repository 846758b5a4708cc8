import { describe, expect, it } from 'vitest';
import {
  type AffiliationIndex,
  type AffiliationSpan,
  indexAffiliations,
  lineage,
  lineageSpans,
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

const dayOf = (date: string): number => Date.parse(date) / 86_400_000;

function certainties(index: AffiliationIndex) {
  return lineageSpans(1, index).map(({ from, isCertain }) => [from, isCertain]);
}

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

  it('knows what else is possible in the month or year of a beginning or an end', () => {
    const index = indexAffiliations([
      { ...span(1, 2, null, dayOf('2006-12-31')), endPrecision: 'MONTH' },
      { ...span(1, 3, dayOf('2006-01-01'), dayOf('2007-06-30')), startPrecision: 'YEAR' },
      span(2, 9),
      span(3, 9),
    ]);

    const spans = lineageSpans(1, index);

    expect(spans.map(({ from, lineage: line, others }) => [from, line, others])).toEqual([
      [-Infinity, [1, 2, 9], []],
      [dayOf('2006-01-01'), [1, 3, 9], [[1, 2, 9]]],
      // The first may have ended, and the other not begun.
      [dayOf('2006-12-02'), [1, 3, 9], [[1, 2, 9], [1]]],
      [dayOf('2006-12-31'), [1, 3, 9], []],
      [dayOf('2007-07-01'), [1], []],
    ]);
    expect(spans.every(({ isCertain }) => isCertain)).toBe(true);
  });

  it.each([
    ['PERSON', [2, 2, 1, 3, 1]],
    ['OFFICE', [2, 2, 1, 3, 1]],
    ['ORGANISATION', [1, 2, 1, 3, 1]],
    ['STATE', [1, 2, 1, 3, 1]],
  ] as const)(
    'before the first affiliation, between two and after the last: %s',
    (kind, parties) => {
      const index = indexAffiliations([span(1, 3, 30, 40), span(1, 2, 10, 20)], () => kind);

      expect([-9000, 10, 25, 35, 41].map((day) => partyOn(1, day, index))).toEqual(parties);
      expect(certainties(index)).toEqual([
        [-Infinity, false],
        [10, true],
        [21, true],
        [30, true],
        [41, true],
      ]);
    },
  );

  it('is not certain where two affiliations began at the same time, or form a circle', () => {
    const tied = indexAffiliations([span(1, 2, 5), span(1, 3, 5, 9)], () => 'STATE');
    const circle = indexAffiliations([span(1, 2), span(2, 1, 5)], () => 'STATE');

    expect(certainties(tied)).toEqual([
      [-Infinity, false],
      [5, false],
      [10, true],
    ]);
    expect(certainties(circle)).toEqual([[-Infinity, false]]);
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
