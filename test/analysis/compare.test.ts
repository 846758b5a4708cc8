import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '#src/analysis/compare.ts';
import { type AffiliationSpan, indexAffiliations } from '#src/domain/affiliation.ts';
import { columnsOf } from './columns.ts';

const [STATE, MINISTRY, ENVOY, MOVEMENT] = [1, 2, 3, 4];
const span = (
  memberId: number,
  organisationId: number,
  from: number | null,
  to: number | null,
): AffiliationSpan => ({
  memberId,
  organisationId,
  kind: 'PART_OF',
  startedOn: from,
  endedOn: to,
});
const affiliations = indexAffiliations([
  span(MINISTRY, STATE, null, null),
  span(ENVOY, MINISTRY, 10, 20),
  { ...span(MOVEMENT, STATE, null, null), kind: 'COALITION_MEMBER' },
]);

describe('a comparison', () => {
  it('counts a position for its holder and for all that the holder was part of on that day', () => {
    const columns = columnsOf([
      { holder: ENVOY, day: 15, stance: 2 },
      { holder: ENVOY, day: 25, stance: -2 },
      { holder: MINISTRY, day: 25, stance: 1 },
    ]);

    const [state, ministry, envoy] = compare(
      columns,
      [0, 1, 2],
      [STATE, MINISTRY, ENVOY],
      [0],
      [2, 1, 0, -1, -2],
      affiliations,
    );

    expect(state?.[0]?.rows).toEqual([0, 2]);
    expect(ministry?.[0]?.rows).toEqual([0, 2]);
    expect(envoy?.[0]?.rows).toEqual([0, 1]);
  });

  it('does not roll a coalition’s member up into it', () => {
    const columns = columnsOf([{ holder: MOVEMENT, day: 15 }]);

    const [state] = compare(columns, [0], [STATE], [0], [0], affiliations);

    expect(state?.[0]?.rows).toEqual([]);
  });

  it('puts every position of an actor into exactly one of its cells', () => {
    const positions = fc.array(
      fc.record({
        holder: fc.nat(5),
        condition: fc.nat(2),
        stance: fc.integer({ min: -2, max: 2 }),
      }),
    );
    fc.assert(
      fc.property(positions, (all) => {
        const rows = all.map((_, row) => row);

        const [cells = []] = compare(
          columnsOf(all),
          rows,
          [4],
          [0, 1, 2],
          [2, 1, 0, -1, -2],
          new Map(),
        );

        const own = rows.filter((row) => all[row]?.holder === 4);
        expect(cells.flatMap((cell) => cell.rows).toSorted((a, b) => a - b)).toEqual(own);
      }),
    );
  });
});
