import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareActor } from '#src/analysis/comparison/compare.ts';
import { publicPrivateGap } from '#src/analysis/comparison/public-private-gap.ts';
import { trend } from '#src/analysis/comparison/trend.ts';
import { vanDerEijkAgreement } from '#src/analysis/comparison/van-der-eijk-agreement.ts';
import { compileFilter } from '#src/analysis/selection/compile-filter.ts';
import {
  type AffiliationIndex,
  type AffiliationSpan,
  indexAffiliations,
  lineage,
} from '#src/domain/affiliation.ts';
import type { PositionColumns } from '#src/domain/position-columns.ts';
import { sortPositions } from '#src/domain/position-order.ts';
import { CHANNELS } from '#src/domain/vocabulary.ts';
import { columnsOf, documentsOf, type TestPosition } from '../columns.ts';

const [STATE, MINISTRY, ENVOY, MOVEMENT] = [1, 2, 3, 4];
const SCALE = [2, 1, 0, -1, -2];
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

/** The ids of the positions in each cell of an actor's row. */
function idsOf(
  columns: PositionColumns,
  actor: number,
  conditions: readonly number[],
  index: AffiliationIndex,
): readonly (readonly number[])[] {
  const compiledFilter = compileFilter(columns, {}, documentsOf(columns));
  return compareActor(columns, actor, conditions, SCALE, compiledFilter, index).map(({ indices }) =>
    [...indices()].map((i) => columns.id[i] ?? 0).toSorted((a, b) => a - b),
  );
}

describe('a comparison', () => {
  it('counts a position for its holder and every organisation of the holder on that day', () => {
    const columns = sortPositions(
      columnsOf([
        { holder: ENVOY, day: 15, stance: 2 },
        { holder: ENVOY, day: 25, stance: -2 },
        { holder: MINISTRY, day: 25, stance: 1 },
      ]),
    );

    expect(idsOf(columns, STATE, [0], affiliations)).toEqual([[1, 3]]);
    expect(idsOf(columns, MINISTRY, [0], affiliations)).toEqual([[1, 3]]);
    expect(idsOf(columns, ENVOY, [0], affiliations)).toEqual([[1, 2]]);
  });

  it('includes the first and the last day of an affiliation', () => {
    const columns = sortPositions(
      columnsOf([9, 10, 20, 21].map((day) => ({ holder: ENVOY, day }))),
    );

    expect(idsOf(columns, STATE, [0], affiliations)).toEqual([[2, 3]]);
  });

  it('does not depend on the order of the positions', () => {
    const positions = fc.array(
      fc.record({
        holder: fc.constantFrom(STATE, MINISTRY, ENVOY, MOVEMENT),
        condition: fc.nat(1),
        day: fc.nat(30),
        stance: fc.integer({ min: -2, max: 2 }),
        channel: fc.nat(3),
        document: fc.nat(4),
      }),
    );
    fc.assert(
      fc.property(
        positions.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        (orders) => {
          const [one, other] = orders.map((all) => {
            const columns = sortPositions(columnsOf(all));
            const filter = { statedFrom: 5, channels: ['PUBLIC'] } as const;
            const compiledFilter = compileFilter(columns, filter, documentsOf(columns));
            return compareActor(columns, STATE, [0, 1], SCALE, compiledFilter, affiliations).map(
              ({ indices, uncertain: _, distributionIn, ...figures }) => ({
                ...figures,
                vanDerEijkAgreement: vanDerEijkAgreement([...figures.distribution.values()]),
                gap: publicPrivateGap(distributionIn),
                trend: trend(columns, indices(), 'MONTH', SCALE),
              }),
            );
          });

          expect(other).toEqual(one);
        },
      ),
    );
  });

  it('counts the same without dates as with dates that include every position', () => {
    const position = fc.record({
      holder: fc.constantFrom(STATE, MINISTRY, ENVOY, MOVEMENT),
      condition: fc.nat(1),
      day: fc.nat(30),
      stance: fc.integer({ min: -2, max: 2 }),
      channel: fc.nat(3),
      document: fc.nat(9),
    });
    fc.assert(
      fc.property(
        fc.array(position, { maxLength: 60 }),
        fc.subarray([...CHANNELS]),
        fc.array(fc.nat(1), { minLength: 10, maxLength: 10 }),
        fc.constantFrom('WHOLE' as const, 'PARTY' as const),
        (all, channels, inDocument, as) => {
          const columns = sortPositions(columnsOf(all));
          const selected = documentsOf(columns, inDocument);
          const figures = (days: { statedFrom?: number; statedTo?: number }) => {
            const compiledFilter = compileFilter(columns, { channels, ...days }, selected);
            const cells = compareActor(
              columns,
              STATE,
              [0, 1],
              SCALE,
              compiledFilter,
              affiliations,
              as,
            );
            return cells.map(({ indices, uncertain: _, distributionIn, ...counted }) => ({
              ...counted,
              indices: indices(),
              inPublic: distributionIn(['PUBLIC']),
            }));
          };

          expect(figures({ statedFrom: 0, statedTo: 30 })).toEqual(figures({}));
          for (const { count, indices } of figures({})) expect(indices).toHaveLength(count);
        },
      ),
    );
  });

  it('does not count a position of a coalition member for the coalition', () => {
    const columns = sortPositions(columnsOf([{ holder: MOVEMENT, day: 15 }]));

    expect(idsOf(columns, STATE, [0], affiliations)).toEqual([[]]);
  });

  it('finds the same positions for each cell as a direct check of every position', () => {
    const actor = fc.nat(4);
    const bound = fc.option(fc.nat(9));
    const spans = fc.array(
      fc
        .tuple(actor, actor, bound, bound)
        .filter(
          ([member, organisation, from, to]) => member !== organisation && (from ?? 0) <= (to ?? 9),
        )
        .map(([member, organisation, from, to]) => span(member, organisation, from, to)),
      { maxLength: 8 },
    );
    const positions = fc.array(fc.record({ holder: actor, condition: fc.nat(2), day: fc.nat(9) }));
    fc.assert(
      fc.property(positions, spans, actor, (all, parts, chosen) => {
        const index = indexAffiliations(parts);
        const belongs = (one: TestPosition, condition: number): boolean =>
          one.condition === condition &&
          lineage(one.holder ?? 0, one.day ?? 0, index).includes(chosen);

        const found = idsOf(sortPositions(columnsOf(all)), chosen, [0, 1, 2], index);

        expect(found).toEqual(
          [0, 1, 2].map((condition) =>
            all.flatMap((one, i) => (belongs(one, condition) ? [i + 1] : [])),
          ),
        );
      }),
      { numRuns: 500 },
    );
  });
});
