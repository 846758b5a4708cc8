import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NetworkWeight, OneModeNormalisation } from '#src/analysis/network/network-options.ts';
import { byDefinition, networkOf, positionsOf, type Table } from './network-world.ts';

/**
 * Worked by hand, R = 4. On condition 0: A is at 2, 2; B at 1, −2; C at −2. On condition 1: A
 * at −1, B at −1. On condition 2: C alone at 0. Statements: A 3, B 4 (one more, on 2, at 2), C 2.
 *
 * A–B: condition 0 has 2·2 = 4 pairs, apart 1, 4, 1, 4 = 10 steps; condition 1 one pair, 0 steps.
 *      ignore 5, conflict 10/4 = 2.5, congruence 2.5, subtract 0.
 * A–C: condition 0 has 2·1 pairs, apart 4, 4 = 8 steps: ignore 2, conflict 2, congruence 0.
 * B–C: condition 0 has 2 pairs, apart 3, 0; condition 2 one pair, apart 2 = 5 steps in all:
 *      ignore 3, conflict 1.25, congruence 1.75, subtract 0.5.
 */
const TABLE: Table = [
  [{ 2: 2 }, { [-1]: 1 }, {}],
  [{ 1: 1, [-2]: 1 }, { [-1]: 1 }, { 2: 1 }],
  [{ [-2]: 1 }, {}, { 0: 1 }],
];
const [A, B, C] = [0, 1, 2];

const weights = ['IGNORE', 'CONGRUENCE', 'CONFLICT', 'SUBTRACT'] as const;
const dividing = ['NONE', 'AVERAGE_ACTIVITY', 'DNA_JACCARD', 'DNA_COSINE'] as const;

function actors(table: Table, weight: NetworkWeight, normalisation: OneModeNormalisation = 'NONE') {
  const named = [...table.keys()];
  const { edges } = networkOf(
    positionsOf(table),
    { mode: 'ACTORS', weight, normalisation },
    { named },
  );
  return edges;
}

const cell = fc
  .tuple(fc.nat(3), fc.nat(3), fc.nat(3), fc.nat(3), fc.nat(3))
  .map(([a, b, c, d, e]) => ({ [-2]: a, [-1]: b, 0: c, 1: d, 2: e }));
const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), {
  minLength: 2,
  maxLength: 4,
});

describe('an actor network', () => {
  it.each([
    ['IGNORE', [5, 2, 3]],
    ['CONGRUENCE', [2.5, 0, 1.75]],
    ['CONFLICT', [2.5, 2, 1.25]],
    ['SUBTRACT', [0, -2, 0.5]],
  ] as const)('has the hand-calculated weights for %s', (weight, [ab, ac, bc]) => {
    expect(actors(TABLE, weight)).toEqual([
      { a: A, b: B, weight: ab },
      { a: A, b: C, weight: ac },
      { a: B, b: C, weight: bc },
    ]);
  });

  it.each([
    // Activities 3, 4, 2.
    ['AVERAGE_ACTIVITY', [5 / 3.5, 2 / 2.5, 3 / 3]],
    ['DNA_COSINE', [5 / 12, 2 / 6, 3 / 8]],
    // A–B share −1 on 1: 1·1, alone A 2, B 3. A–C share nothing: 3 + 2. B–C: 1·1, alone 3 and 1.
    ['DNA_JACCARD', [5 / 6, 2 / 5, 3 / 5]],
    // Over conditions alone: A (2, 1, 0), B (2, 1, 1), C (1, 0, 1).
    ['COSINE', [5 / Math.sqrt(30), 2 / Math.sqrt(10), 3 / Math.sqrt(12)]],
    ['JACCARD', [3 / 4, 1 / 4, 2 / 4]],
  ] as const)('has the hand-calculated weights normalised by %s', (normalisation, expected) => {
    const found = actors(TABLE, 'IGNORE', normalisation).map(({ weight }) => weight);

    expect(found).toEqual(expected.map((each) => expect.closeTo(each, 14)));
  });

  it('has the cosine and Jaccard of whole profiles for CONGRUENCE', () => {
    const cosine = actors(TABLE, 'CONGRUENCE', 'COSINE').map(({ weight }) => weight);
    const jaccard = actors(TABLE, 'CONGRUENCE', 'JACCARD').map(({ weight }) => weight);

    // A (2 at 2, 1 at −1): Σx² = 5; B four ones; C two ones. They share one, none, one.
    expect(cosine).toEqual([1 / Math.sqrt(20), 0, 1 / Math.sqrt(8)].map((x) => expect.closeTo(x)));
    expect(jaccard).toEqual([1 / 6, 0, 1 / 5].map((x) => expect.closeTo(x)));
  });

  it('has the weights defined by the Discourse Network Analyzer', () => {
    fc.assert(
      fc.property(table, fc.constantFrom(...weights), fc.constantFrom(...dividing), (...drawn) => {
        const [counts, weight, normalisation] = drawn;
        for (const edge of actors(counts, weight, normalisation)) {
          const ends = [edge.a, edge.b] as const;
          const expected = byDefinition(counts, ends, weight, normalisation, [-2, 2]);
          expect(edge.weight).toBeCloseTo(expected, 9);
        }
      }),
    );
  });

  it('connects exactly the actors with positions on the same condition', () => {
    fc.assert(
      fc.property(table, fc.constantFrom(...weights), (counts, weight) => {
        const joined = new Set(actors(counts, weight).map(({ a, b }) => `${a}-${b}`));

        const expected = counts.flatMap((_, a) =>
          counts.flatMap((__, b) =>
            a < b && byDefinition(counts, [a, b], 'IGNORE', 'NONE', [-2, 2]) > 0
              ? [`${a}-${b}`]
              : [],
          ),
        );
        expect(joined).toEqual(new Set(expected));
      }),
    );
  });

  it('uses the declared range of the scale, not the range of the positions', () => {
    const mild: Table = [[{ 1: 1 }], [{ 0: 1 }]];

    expect(actors(mild, 'CONFLICT')).toEqual([{ a: 0, b: 1, weight: 1 / 4 }]);
    expect(
      networkOf(
        positionsOf(mild),
        { mode: 'ACTORS', weight: 'CONFLICT', normalisation: 'NONE' },
        { scale: { lowest: 0, highest: 1 } },
      ).edges,
    ).toEqual([{ a: 0, b: 1, weight: 1 }]);
  });

  it('omits edges whose weight is undefined', () => {
    const measure = { mode: 'ACTORS', normalisation: 'NONE' } as const;
    const one = [
      { holder: 1, stance: 0 },
      { holder: 2, stance: 0 },
    ];
    const world = { scale: { lowest: 0, highest: 0 } };

    expect(networkOf(one, { ...measure, weight: 'CONGRUENCE' }, world).edges).toEqual([]);
    expect(networkOf(one, { ...measure, weight: 'IGNORE' }, world).edges).toHaveLength(1);
    expect(actors(TABLE, 'CONFLICT', 'COSINE')).toEqual([]);
  });

  it('keeps an actor without positions as a node without edges', () => {
    const { activity, edges } = networkOf(
      positionsOf(TABLE),
      { mode: 'ACTORS', weight: 'IGNORE', normalisation: 'AVERAGE_ACTIVITY' },
      { named: [A, B, C, 9] },
    );

    expect(activity).toEqual([3, 4, 2, 0]);
    expect(edges.every(({ a, b }) => a !== 3 && b !== 3)).toBe(true);
  });

  it('has CONGRUENCE and CONFLICT weights with the sum IGNORE and the difference SUBTRACT', () => {
    fc.assert(
      fc.property(table, (counts) => {
        const [ignore, congruence, conflict, subtract] = weights.map((w) => actors(counts, w));

        for (const [i, { weight }] of (ignore ?? []).entries()) {
          const [agree, clash] = [congruence?.[i]?.weight ?? 0, conflict?.[i]?.weight ?? 0];
          expect(agree + clash).toBe(weight);
          expect(subtract?.[i]?.weight).toBe(agree - clash);
        }
      }),
    );
  });

  it('does not depend on the order of actors or statements', () => {
    fc.assert(
      fc.property(table, fc.constantFrom(...weights), fc.infiniteStream(fc.nat()), (...drawn) => {
        const [counts, weight, lots] = drawn;
        const positions = positionsOf(counts);
        const rows = positions
          .map((_, row) => ({ row, lot: lots.next().value ?? 0 }))
          .toSorted((a, b) => a.lot - b.lot)
          .map(({ row }) => row);
        const measure = { mode: 'ACTORS', weight, normalisation: 'AVERAGE_ACTIVITY' } as const;
        const last = counts.length - 1;

        const plain = networkOf(positions, measure, { named: [...counts.keys()] });
        const shuffled = networkOf(positions, measure, { named: [...counts.keys()], rows });
        const reversed = actors(counts.toReversed(), weight, 'AVERAGE_ACTIVITY');

        expect(shuffled).toEqual(plain);
        expect(
          reversed
            .map((edge) => ({ ...edge, a: last - edge.b, b: last - edge.a }))
            .toSorted((x, y) => x.a - y.a || x.b - y.b),
        ).toEqual(plain.edges);
      }),
    );
  });

  it('never has lower IGNORE weights with more positions', () => {
    fc.assert(
      fc.property(table, fc.nat(40), (counts, kept) => {
        const positions = positionsOf(counts);
        const named = [...counts.keys()];
        const measure = { mode: 'ACTORS', weight: 'IGNORE', normalisation: 'NONE' } as const;

        const part = networkOf(positions.slice(0, kept), measure, { named }).edges;
        const all = networkOf(positions, measure, { named }).edges;

        for (const { a, b, weight } of part)
          expect(weight).toBeLessThanOrEqual(
            all.find((edge) => edge.a === a && edge.b === b)?.weight ?? 0,
          );
      }),
    );
  });

  it('has cosine and Jaccard weights from 0 to 1, and 1 for equal profiles', () => {
    const alike = fc.constantFrom('COSINE' as const, 'JACCARD' as const);
    const stance = fc.constantFrom('IGNORE' as const, 'CONGRUENCE' as const);
    fc.assert(
      fc.property(table, alike, stance, (counts, normalisation, weight) => {
        const twins: Table = [...counts, ...counts];

        const edges = actors(twins, weight, normalisation);
        const ofTwins = edges.filter(({ a, b }) => b - a === counts.length);
        expect(edges.every((edge) => edge.weight >= 0 && edge.weight <= 1)).toBe(true);
        expect(ofTwins.every((edge) => edge.weight === 1)).toBe(true);
      }),
    );
  });
});

describe('a network of conditions', () => {
  it('connects conditions by the stances of the same actors on both', () => {
    const { edges, activity } = networkOf(
      positionsOf(TABLE),
      { mode: 'CONDITIONS', weight: 'CONGRUENCE', normalisation: 'NONE' },
      { conditions: [0, 1, 2] },
    );

    // 0–1: A (2, 2 | −1) is 3 + 3 steps apart, B (1, −2 | −1) 2 + 1: 4 pairs − 9/4.
    // 0–2: B (1, −2 | 2) is 1 + 4 apart, C (−2 | 0) 2: 3 pairs − 7/4. 1–2: B (−1 | 2): 1 − 3/4.
    expect(edges).toEqual([
      { a: 0, b: 1, weight: 1.75 },
      { a: 0, b: 2, weight: 1.25 },
      { a: 1, b: 2, weight: 0.25 },
    ]);
    expect(activity).toEqual([5, 2, 2]);
  });

  it('equals an actor network with the roles swapped', () => {
    fc.assert(
      fc.property(table, fc.constantFrom(...weights), fc.constantFrom(...dividing), (...drawn) => {
        const [counts, weight, normalisation] = drawn;
        const swapped: Table = [0, 1, 2].map((j) => counts.map((row) => row[j] ?? {}));
        const mode = { weight, normalisation } as const;

        const conditions = networkOf(positionsOf(counts), { mode: 'CONDITIONS', ...mode });
        const actorsThen = networkOf(
          positionsOf(swapped),
          { mode: 'ACTORS', ...mode },
          { named: [0, 1, 2], conditions: [...counts.keys()] },
        );

        expect(conditions).toEqual(actorsThen);
      }),
    );
  });
});
