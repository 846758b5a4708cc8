/**
 * The statements of a discourse network: each says that an actor took a value of the scale on a
 * condition, on a day (Leifeld 2017, "Discourse Network Analysis", in The Oxford Handbook of
 * Political Networks: a statement ties an actor to a concept with a qualifier).
 *
 * One position is one statement of every actor it belongs to, so that a minister's counts for the
 * minister and for the state where both are asked about.
 */
import type { AffiliationIndex } from '#src/domain/affiliation.ts';
import { type Indices, type PositionColumns, stanceByKind } from '#src/domain/position-columns.ts';
import { rollUp } from '../selection/roll-up.ts';
import { duplicateKeys } from './network-duplicates.ts';
import type { DeclaredScale, NetworkDuplicates } from './network-options.ts';

/** Statement s is entry s of each list; they are in order of statement (day, then position). */
export interface NetworkStatements {
  /** Their numbers, in order. */
  readonly actors: readonly number[];
  readonly conditions: readonly number[];
  /** Levels of the declared scale, from the lowest to the highest; unused ones between count. */
  readonly levels: number;
  /** Row of the columns. */
  readonly row: Int32Array;
  readonly day: Int32Array;
  /** Its place among all (actor, condition, level): the actor's first, then the condition's. */
  readonly cell: Int32Array;
  /** Statements with one key are duplicates, of which one counts; null where all count. */
  readonly key: Int32Array | null;
}

export interface StatementQuestion {
  readonly conditions: readonly number[];
  readonly scale: DeclaredScale;
  readonly affiliations: AffiliationIndex;
  /** Of a holder and what it is part of, nearest first, those to which the statement belongs. */
  readonly choose: (line: readonly number[]) => readonly number[];
  /** Actors that are nodes whether they speak or not; the others are those that speak. */
  readonly named: readonly number[];
  readonly inOrder: (a: number, b: number) => number;
  readonly duplicates: NetworkDuplicates;
}

export function networkStatements(
  columns: PositionColumns,
  rows: Indices,
  question: StatementQuestion,
): NetworkStatements {
  const found = new Map([...new Set(question.named)].map((actor, i) => [actor, i]));
  const indexOf = (actor: number): number => {
    const before = found.get(actor);
    if (before !== undefined) return before;
    found.set(actor, found.size);
    return found.size - 1;
  };
  // Numbered while they are chosen, which is once for a holder and not once for a statement.
  const speakersOf = rollUp(question.affiliations, (line) => question.choose(line).map(indexOf));
  let row = new Int32Array(rows.length);
  let actor = new Int32Array(rows.length);
  let length = 0;
  for (const each of inOrderOfStatement(columns, rows)) {
    const speakers = speakersOf(columns.holder[each] ?? -1, columns.day[each] ?? 0);
    if (length + speakers.length > row.length) {
      row = longer(row, speakers.length);
      actor = longer(actor, speakers.length);
    }
    for (const speaker of speakers) {
      row[length] = each;
      actor[length] = speaker;
      length += 1;
    }
  }
  row = row.subarray(0, length);
  const actors = [...found.keys()].toSorted(question.inOrder);
  const places = new Int32Array(actors.length);
  for (const [place, each] of actors.entries()) places[found.get(each) ?? 0] = place;
  const conditions = [...new Set(question.conditions)];
  const columnOf = new Map(conditions.map((condition, i) => [condition, i]));
  const { lowest, highest } = question.scale;
  const levels = highest - lowest + 1;
  const stances = stanceByKind(columns);
  const cell = row.map((each, s) => {
    const place = places[actor[s] ?? 0] ?? 0;
    const column = columnOf.get(columns.condition[each] ?? -1) ?? 0;
    const stance = stances[columns.kind[each] ?? -1] ?? 0;
    return (place * conditions.length + column) * levels + stance - lowest;
  });
  const day = row.map((each) => columns.day[each] ?? 0);
  const key = duplicateKeys(columns, row, cell, question.duplicates);
  return { actors, conditions, levels, row, day, cell, key };
}

function longer(list: Int32Array<ArrayBuffer>, by: number): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(2 * list.length + by);
  grown.set(list);
  return grown;
}

/** The rows by day, and within a day by position, whatever order they came in. */
function inOrderOfStatement({ day, id }: PositionColumns, rows: Indices): Iterable<number> {
  const compare = (a: number, b: number): number =>
    (day[a] ?? 0) - (day[b] ?? 0) || (id[a] ?? 0) - (id[b] ?? 0);
  let before: number | null = null;
  for (const row of rows) {
    if (before !== null && compare(before, row) > 0) return Int32Array.from(rows).toSorted(compare);
    before = row;
  }
  return rows;
}
