import type { AffiliationIndex } from '#src/domain/affiliation.ts';
import {
  type Indices,
  type PositionColumns,
  stanceByAttributeSet,
} from '#src/domain/position-columns.ts';
import { rollUp } from '../selection/roll-up.ts';
import { duplicateKeys } from './network-duplicates.ts';
import type { DeclaredScale, NetworkDuplicates } from './network-options.ts';

/**
 * The statements of a discourse network, each of which links an actor to a condition with a value
 * of the scale on a day (Leifeld 2017, "Discourse Network Analysis", in The Oxford Handbook of
 * Political Networks). Index s of each list is statement s; statements are in order of day, then
 * position.
 */
export interface NetworkStatements {
  /** Actor numbers of the nodes, in order. */
  readonly actors: readonly number[];
  /** Condition numbers, in the requested order. */
  readonly conditions: readonly number[];
  /** Number of levels of the declared scale, used or not. */
  readonly levels: number;
  /** Index of the position. */
  readonly index: Int32Array;
  /** Day number. */
  readonly day: Int32Array;
  /**
   * Index of its (actor, condition, level): (actor index · conditions + condition index) · levels +
   * level.
   */
  readonly cell: Int32Array;
  /** Statements with equal keys are duplicates, of which one counts; null if all count. */
  readonly key: Int32Array | null;
}

/** The conditions, actors and counting rule of a network. */
export interface StatementQuery {
  readonly conditions: readonly number[];
  readonly scale: DeclaredScale;
  readonly affiliations: AffiliationIndex;
  /** Picks the actors of a statement from those for whom it was spoken (spoken-for.ts). */
  readonly choose: (line: readonly number[]) => readonly number[];
  /** Actors that are nodes with or without statements; all others need a statement. */
  readonly named: readonly number[];
  /** Order of the nodes. */
  readonly inOrder: (a: number, b: number) => number;
  readonly duplicates: NetworkDuplicates;
}

/**
 * Statements of a discourse network from the positions at these indices. A position is one
 * statement of each actor chosen from those for whom it was spoken: a minister's position counts for the
 * minister and the state if both are nodes. Undefined cases: none; without positions there are no
 * statements.
 */
export function networkStatements(
  columns: PositionColumns,
  indices: Indices,
  query: StatementQuery,
): NetworkStatements {
  const found = new Map([...new Set(query.named)].map((actor, i) => [actor, i]));
  const indexOf = (actor: number): number => {
    const before = found.get(actor);
    if (before !== undefined) return before;
    found.set(actor, found.size);
    return found.size - 1;
  };
  // Actors are indexed once per holder and stretch of days, not once per statement.
  const speakersOf = rollUp(columns, query.affiliations, (line) => query.choose(line).map(indexOf));
  let index = new Int32Array(indices.length);
  let actor = new Int32Array(indices.length);
  let length = 0;
  for (const each of inOrderOfStatement(columns, indices)) {
    const speakers = speakersOf(each);
    if (length + speakers.length > index.length) {
      index = longer(index, speakers.length);
      actor = longer(actor, speakers.length);
    }
    for (const speaker of speakers) {
      index[length] = each;
      actor[length] = speaker;
      length += 1;
    }
  }
  index = index.subarray(0, length);
  const actors = [...found.keys()].toSorted(query.inOrder);
  const places = new Int32Array(actors.length);
  for (const [place, each] of actors.entries()) places[found.get(each) ?? 0] = place;
  const conditions = [...new Set(query.conditions)];
  const columnOf = new Map(conditions.map((condition, i) => [condition, i]));
  const { lowest, highest } = query.scale;
  const levels = highest - lowest + 1;
  const stances = stanceByAttributeSet(columns);
  const cell = index.map((each, s) => {
    const place = places[actor[s] ?? 0] ?? 0;
    const column = columnOf.get(columns.condition[each] ?? -1) ?? 0;
    const stance = stances[columns.attributeSet[each] ?? -1] ?? 0;
    return (place * conditions.length + column) * levels + stance - lowest;
  });
  const day = index.map((each) => columns.day[each] ?? 0);
  const key = duplicateKeys(columns, index, cell, query.duplicates);
  return { actors, conditions, levels, index, day, cell, key };
}

function longer(list: Int32Array<ArrayBuffer>, by: number): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(2 * list.length + by);
  grown.set(list);
  return grown;
}

/** The indices by day, then first version. */
function inOrderOfStatement({ day, first }: PositionColumns, indices: Indices): Iterable<number> {
  const compare = (a: number, b: number): number =>
    (day[a] ?? 0) - (day[b] ?? 0) || (first[a] ?? 0) - (first[b] ?? 0);
  let before: number | null = null;
  for (const index of indices) {
    if (before !== null && compare(before, index) > 0)
      return Int32Array.from(indices).toSorted(compare);
    before = index;
  }
  return indices;
}
