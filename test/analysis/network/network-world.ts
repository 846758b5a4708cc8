import type { Window } from '#src/analysis/network/calendar-windows.ts';
import { type Network, networks } from '#src/analysis/network/network.ts';
import type {
  NetworkDuplicates,
  NetworkMeasure,
  NetworkNormalisation,
  NetworkWeight,
} from '#src/analysis/network/network-options.ts';
import {
  type NetworkStatements,
  networkStatements,
} from '#src/analysis/network/network-statements.ts';
import { columnsOf, type TestPosition } from '../columns.ts';

export const ALWAYS: Window = { from: -Infinity, to: Infinity };
export const SCALE = { lowest: -2, highest: 2 };

export interface World {
  readonly conditions?: readonly number[];
  readonly named?: readonly number[];
  readonly scale?: typeof SCALE;
  readonly duplicates?: NetworkDuplicates;
  /** Rows in the order in which the selection is to come. */
  readonly rows?: readonly number[];
}

/** The statements of made-up positions whose holders speak for themselves. */
export function statementsOf(
  positions: readonly TestPosition[],
  world: World = {},
): NetworkStatements {
  return networkStatements(columnsOf(positions), Int32Array.from(world.rows ?? positions.keys()), {
    conditions: world.conditions ?? [0, 1, 2],
    scale: world.scale ?? SCALE,
    affiliations: new Map(),
    choose: (line) => line,
    named: world.named ?? [],
    inOrder: (a, b) => a - b,
    duplicates: world.duplicates ?? 'ALL',
  });
}

export function networkOf(
  positions: readonly TestPosition[],
  measure: NetworkMeasure,
  world: World = {},
): Network {
  const [only] = networks(statementsOf(positions, world), measure, world.scale ?? SCALE, [ALWAYS]);
  if (!only) throw new Error('there is one network for one window');
  return only;
}

/** Counts by actor, condition and value, as in a table of a paper: x[i][j][k]. */
export type Table = readonly (readonly Readonly<Record<number, number>>[])[];

/** A position for each count of the table. */
export function positionsOf(table: Table): readonly TestPosition[] {
  return table.flatMap((row, holder) =>
    row.flatMap((cell, condition) =>
      Object.entries(cell).flatMap(([stance, count]) =>
        Array.from({ length: count }, () => ({ holder, condition, stance: Number(stance) })),
      ),
    ),
  );
}

/** The Discourse Network Analyzer's one-mode weight of two actors, by its definition, with range R. */
export function byDefinition(
  table: Table,
  [i, other]: readonly [number, number],
  weight: NetworkWeight,
  normalisation: NetworkNormalisation,
  [lowest, highest]: readonly [number, number],
): number {
  const values = Array.from({ length: highest - lowest + 1 }, (_, step) => lowest + step);
  const x = (a: number, j: number, k: number): number => table[a]?.[j]?.[k] ?? 0;
  let [sum, n, m, jaccard] = [0, 0, 0, 0];
  for (const j of (table[i] ?? []).keys()) {
    for (const k of values) {
      for (const l of values) {
        const apart = Math.abs(k - l) / (highest - lowest);
        const factor = {
          IGNORE: 1,
          CONGRUENCE: 1 - apart,
          CONFLICT: apart,
          SUBTRACT: 1 - 2 * apart,
        };
        sum += x(i, j, k) * x(other, j, l) * factor[weight];
      }
      n += x(i, j, k);
      m += x(other, j, k);
      if (x(other, j, k) === 0) jaccard += x(i, j, k);
      if (x(i, j, k) === 0) jaccard += x(other, j, k);
      jaccard += x(i, j, k) * x(other, j, k);
    }
  }
  const divisors: Partial<Record<NetworkNormalisation, number>> = {
    NONE: 1,
    AVERAGE_ACTIVITY: (n + m) / 2,
    DNA_JACCARD: jaccard,
    DNA_COSINE: n * m,
  };
  return sum / (divisors[normalisation] ?? Number.NaN);
}
