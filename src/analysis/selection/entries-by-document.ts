import type { AffiliationIndex } from '#src/domain/affiliation.ts';
import { documentLimit, type PositionColumns } from '#src/domain/position-columns.ts';
import { actorRows, type RollUp } from './actor-rows.ts';

/**
 * An actor's positions on a condition in order of their documents, each as one number: that of its
 * document, and in the lowest bits the index of its kind.
 */
export interface Entries {
  readonly entries: Int32Array;
  /** Bits of the index of a kind. */
  readonly bits: number;
}

const EVER = { from: -Infinity, to: Infinity };

type Known = Map<string, Entries>;

/** Columns and affiliations of a revision stay the same, and comparisons ask for the same actors. */
const known = new WeakMap<PositionColumns, WeakMap<AffiliationIndex, Known>>();

/** Null where documents and kinds are so many that one number cannot hold both. */
export function entriesByDocument(
  columns: PositionColumns,
  actor: number,
  condition: number,
  affiliations: AffiliationIndex,
  as: RollUp,
): Entries | null {
  const bits = 32 - Math.clz32(columns.kinds.length);
  const ofColumns = known.get(columns) ?? new WeakMap<AffiliationIndex, Known>();
  known.set(columns, ofColumns);
  const before = ofColumns.get(affiliations) ?? new Map<string, Entries>();
  ofColumns.set(affiliations, before);
  const key = `${actor} ${condition} ${as}`;
  const found = before.get(key);
  if (found !== undefined) return found;
  if (documentLimit(columns) >= 2 ** (31 - bits)) return null;
  const { document, kind } = columns;
  const rows = actorRows(columns, actor, condition, affiliations, EVER, as);
  const entries = rows.map((row) => ((document[row] ?? 0) << bits) | (kind[row] ?? 0)).toSorted();
  const made = { entries, bits };
  before.set(key, made);
  return made;
}
