import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { networks } from '#src/analysis/network/network.ts';
import { networkEvidence } from '#src/analysis/network/network-evidence.ts';
import type { NetworkDuplicates } from '#src/analysis/network/network-options.ts';
import { ALWAYS, networkOf, SCALE, statementsOf } from './network-world.ts';

const position = fc.record({
  holder: fc.nat(3),
  condition: fc.nat(2),
  stance: fc.integer({ min: -2, max: 2 }),
  day: fc.integer({ min: -40, max: 60 }),
  document: fc.nat(3),
});
const positions = fc.array(position, { maxLength: 40 });
const duplicates = fc.constantFrom<NetworkDuplicates>('ALL', 'DOCUMENT', 'MONTH', 'YEAR', 'RANGE');
const named = [0, 1, 2, 3];
const MEASURE = {
  mode: 'ACTORS',
  weight: 'CONGRUENCE',
  normalisation: 'AVERAGE_ACTIVITY',
} as const;

const windowsFrom = (start: number, size: number, step: number) =>
  Array.from({ length: 12 }, (_, k) => ({
    from: start + k * step,
    to: start + k * step + size - 1,
  }));
const windows = fc
  .tuple(
    fc.integer({ min: -60, max: 20 }),
    fc.integer({ min: 1, max: 30 }),
    fc.integer({ min: 1, max: 30 }),
  )
  .map((all) => windowsFrom(...all));

describe('the network of a window', () => {
  it('equals the network of the statements on its days', () => {
    fc.assert(
      fc.property(positions, duplicates, windows, (all, once, sliding) => {
        const statements = statementsOf(all, { duplicates: once, named });

        for (const { window, ...network } of networks(statements, MEASURE, SCALE, sliding)) {
          const inside = all.filter(({ day }) => day >= window.from && day <= window.to);
          const { window: _, ...alone } = networkOf(inside, MEASURE, { duplicates: once, named });
          expect(network).toEqual(alone);
        }
      }),
    );
  });
});

describe('the positions behind a network', () => {
  it('match the count of each node, each once and in order of statement', () => {
    fc.assert(
      fc.property(
        positions,
        duplicates,
        windows,
        fc.constantFrom(...(['ACTORS', 'CONDITIONS', 'TWO_MODE'] as const)),
        (all, once, sliding, mode) => {
          const statements = statementsOf(all, { duplicates: once, named });
          const evidence = networkEvidence(statements, mode);
          const measure = { mode, weight: 'IGNORE', normalisation: 'NONE' } as const;

          for (const { window, activity } of networks(statements, measure, SCALE, [...sliding])) {
            for (const [node, count] of activity.entries()) {
              const indices = [...evidence.ofNode(node, window)];
              const days = indices.map((index) => all[index]?.day ?? 0);
              expect(new Set(indices).size).toBe(count);
              expect(indices).toHaveLength(count);
              expect(days).toEqual(days.toSorted((a, b) => a - b));
            }
          }
        },
      ),
    );
  });

  it('include for an edge those on shared conditions or by shared actors', () => {
    // Actor 0 on conditions 0, 0, 1; actor 1 on 0 and 2; actor 2 on 1.
    const positionsOfThree = [
      { holder: 0, condition: 0, day: 5 },
      { holder: 0, condition: 0, day: 1 },
      { holder: 0, condition: 1, day: 2 },
      { holder: 1, condition: 0, day: 3 },
      { holder: 1, condition: 2, day: 4 },
      { holder: 2, condition: 1, day: 6 },
    ];
    const statements = statementsOf(positionsOfThree);
    const early = { from: 2, to: 4 };

    const [actors, conditions, both] = (['ACTORS', 'CONDITIONS', 'TWO_MODE'] as const).map((mode) =>
      networkEvidence(statements, mode),
    );

    expect([...(actors?.ofEdge(0, 1, ALWAYS) ?? [])]).toEqual([1, 3, 0]);
    expect([...(actors?.ofEdge(0, 2, ALWAYS) ?? [])]).toEqual([2, 5]);
    expect([...(actors?.ofEdge(0, 1, early) ?? [])]).toEqual([]);
    expect([...(conditions?.ofEdge(0, 1, ALWAYS) ?? [])]).toEqual([1, 2, 0]);
    expect([...(conditions?.ofEdge(0, 2, early) ?? [])]).toEqual([3, 4]);
    expect([...(both?.ofEdge(0, 3, ALWAYS) ?? [])]).toEqual([1, 0]);
    expect([...(both?.ofEdge(0, 4, early) ?? [])]).toEqual([2]);
    expect([...(both?.ofNode(3, early) ?? [])]).toEqual([3]);
  });

  it('include only the first of duplicates in a window', () => {
    const repeated = [{ day: 3 }, { day: 1 }, { day: 2 }];
    const { ofNode } = networkEvidence(statementsOf(repeated, { duplicates: 'RANGE' }), 'ACTORS');

    expect([...ofNode(0, ALWAYS)]).toEqual([1]);
    expect([...ofNode(0, { from: 2, to: 3 })]).toEqual([2]);
  });
});
