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
  readonly document: Int32Array;
  /** A number for each coder. */
  readonly coder: Int32Array;
  /**
   * At the index of each position that of the next on its condition in its document, where that has positions
   * by several coders; −1 without.
   */
  readonly nextInDocument: Int32Array;
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
  const condition = indices.map((index) => columns.condition[index] ?? 0);
  const document = indices.map((index) => columns.document[index] ?? 0);
  const coder = codersOf(columns, indices);
  return {
    indices,
    condition,
    day: indices.map((index) => columns.day[index] ?? 0),
    holder: indices.map((index) => columns.holder[index] ?? 0),
    profile: Uint8Array.from(indices, (index): Profile => profileOf(attributesAt(columns, index))),
    parties: Array.from(indices, partiesOf),
    document,
    coder,
    nextInDocument: linkDocuments(document, condition, coder),
  };
}

/** Numbers of coders, in order of appearance. */
function codersOf({ attributeSets, attributeSet }: PositionColumns, indices: Indices): Int32Array {
  const numbers = new Map<string, number>();
  const bySet = attributeSets.map(({ coder }) => {
    const number = numbers.get(coder) ?? numbers.size;
    numbers.set(coder, number);
    return number;
  });
  return indices.map((index) => bySet[attributeSet[index] ?? 0] ?? 0);
}

function linkDocuments(document: Int32Array, condition: Int32Array, coder: Int32Array): Int32Array {
  const next = new Int32Array(document.length).fill(-1);
  if (new Set(coder).size < 2) return next;
  const inDocument = (i: number): number =>
    (document[i] ?? 0) * MAX_CONDITIONS + (condition[i] ?? 0);
  for (const places of Map.groupBy(document.keys(), inDocument).values())
    if (places.some((i) => coder[i] !== coder[places[0] ?? 0]))
      for (const [at, i] of places.entries()) next[i] = places[at + 1] ?? -1;
  return next;
}

/** Numbers of conditions are below it. */
const MAX_CONDITIONS = 2 ** 21;

/**
 * Whether two coders found the positions in one document: where they differ, it is the coders who do, not
 * the party.
 */
export function isOfTwoCoders(
  { document, coder }: ComparablePositions,
  a: number,
  b: number,
): boolean {
  return document[a] === document[b] && coder[a] !== coder[b];
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
