import type { Unit } from './match-units.ts';
import { percentAgreement } from './percent-agreement.ts';
import { type UnitPattern, unitPatterns } from './unit-patterns.ts';

/** What coders have in common, in numbers; alpha and its interval are computed from the patterns. */
export interface CoderAgreement {
  readonly units: readonly Unit[];
  readonly patterns: readonly UnitPattern[];
  /** Units that at least two coders found. */
  readonly unitsInCommon: number;
  /** Stances given, of all units. */
  readonly values: number;
  /** Stances given to the units in common. */
  readonly pairableValues: number;
  /** Stances not given: one for each unit and coder without a position there. */
  readonly missingValues: number;
  /** 0…1; null where no unit is in common. */
  readonly percentAgreement: number | null;
}

/** Counts what a number of coders made of the units; `scale` is the codebook's, in order of rank. */
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
