import { type AffiliationIndex, speaksForOthers } from '#src/domain/affiliation.ts';
import { attributesAt, type Indices, type PositionColumns } from '#src/domain/position-columns.ts';
import { inOrderOfStatement } from '#src/domain/position-order.ts';
import { lineageAt } from '#src/domain/spoken-for.ts';
import type { ActorKind } from '#src/domain/vocabulary.ts';
import { type Profile, profileOf } from './discrepancy-kinds.ts';

/**
 * Positions as parallel arrays, grouped by condition and sorted by day, then id: index i of every
 * array is one position.
 */
export interface ComparablePositions {
  /** Index in the columns. */
  readonly indices: Int32Array;
  readonly condition: Int32Array;
  /** Day number of the first day that the date can mean. */
  readonly day: Int32Array;
  readonly holder: Int32Array;
  readonly profile: Uint8Array;
  /**
   * Organisations and states for which its holder, a person or office, spoke on the day of the
   * statement.
   */
  readonly parties: readonly (readonly number[])[];
}

const NONE: readonly number[] = [];

/**
 * Lays out the selected positions for comparison in pairs. `conditions` sets the order of the
 * groups; positions on other conditions are omitted.
 */
export function comparablePositions(
  columns: PositionColumns,
  selected: Indices,
  conditions: readonly number[],
  affiliations: AffiliationIndex,
  kindOf: (actor: number) => ActorKind,
): ComparablePositions {
  const byCondition = new Map<number, number[]>(conditions.map((condition) => [condition, []]));
  for (const index of inOrderOfStatement(columns, selected))
    byCondition.get(columns.condition[index] ?? -1)?.push(index);
  const indices = Int32Array.from([...byCondition.values()].flat());
  const partiesOf = partiesIn(columns, affiliations, kindOf);
  return {
    indices,
    condition: indices.map((index) => columns.condition[index] ?? 0),
    day: indices.map((index) => columns.day[index] ?? 0),
    holder: indices.map((index) => columns.holder[index] ?? 0),
    profile: Uint8Array.from(indices, (index): Profile => profileOf(attributesAt(columns, index))),
    parties: Array.from(indices, partiesOf),
  };
}

/** The organisations and states for which a person or office spoke in the position at an index. */
function partiesIn(
  columns: PositionColumns,
  affiliations: AffiliationIndex,
  kindOf: (actor: number) => ActorKind,
): (index: number) => readonly number[] {
  // One list for each stretch of days: millions of positions have few holders, and those few posts.
  const known = new Map<readonly number[], readonly number[]>();
  return (index) => {
    const line = lineageAt(columns, index, affiliations);
    let bodies = known.get(line);
    if (bodies === undefined) {
      const [holder = -1, ...spokeFor] = line;
      bodies = speaksForOthers(kindOf(holder))
        ? spokeFor.filter((actor) => isBody(kindOf(actor)))
        : NONE;
      known.set(line, bodies);
    }
    return bodies;
  };
}

/**
 * Whether one of the two holders is a person or office, and the other an organisation or state for
 * which it spoke on the day of its statement.
 */
export function isPersonVsParty(
  { holder, parties }: ComparablePositions,
  a: number,
  b: number,
): boolean {
  return (
    (parties[a] ?? NONE).includes(holder[b] ?? -1) || (parties[b] ?? NONE).includes(holder[a] ?? -1)
  );
}

function isBody(kind: ActorKind): boolean {
  return kind === 'ORGANISATION' || kind === 'STATE';
}
