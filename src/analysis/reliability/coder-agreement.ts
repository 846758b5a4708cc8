import type { Unit } from './match-units.ts';
import { percentAgreement } from './percent-agreement.ts';
import { type UnitPattern, unitPatterns } from './unit-patterns.ts';

/** Agreement of several coders in numbers; alpha and its interval are computed from `patterns`. */
export interface CoderAgreement {
  readonly units: readonly Unit[];
  readonly patterns: readonly UnitPattern[];
  /** Units with a value from at least two coders. */
  readonly unitsInCommon: number;
  /** Values of all units. */
  readonly values: number;
  /** Values of the units in common. */
  readonly pairableValues: number;
  /** One for each unit and coder without a value there. */
  readonly missingValues: number;
  /** 0…1; null without units in common. */
  readonly percentAgreement: number | null;
}

/**
 * Measures the agreement of `coders` coders on the units; `scale` lists the codebook's values in
 * order of rank.
 */
export function measureAgreement(
  units: readonly Unit[],
  coders: number,
  scale: readonly number[],
): CoderAgreement {
  const patterns = unitPatterns(
    units.map((unit) => unit.map(({ stance }) => stance)),
    scale,
  );
  const common = patterns.filter(({ values }) => values > 1);
  const values = sum(patterns, (pattern) => pattern.units * pattern.values);
  return {
    units,
    patterns,
    unitsInCommon: sum(common, (pattern) => pattern.units),
    values,
    pairableValues: sum(common, (pattern) => pattern.units * pattern.values),
    missingValues: units.length * coders - values,
    percentAgreement: percentAgreement(patterns),
  };
}

function sum<Item>(items: readonly Item[], amount: (item: Item) => number): number {
  return items.reduce((total, item) => total + amount(item), 0);
}
