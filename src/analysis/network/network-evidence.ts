import type { Indices } from '#src/domain/position-columns.ts';
import type { Window } from './calendar-windows.ts';
import type { NetworkMode } from './network-options.ts';
import type { NetworkStatements } from './network-statements.ts';

/**
 * Indices of the positions behind a node or an edge in a window, in order of statement, each once.
 */
export interface NetworkEvidence {
  readonly ofNode: (node: number, window: Window) => Indices;
  readonly ofEdge: (a: number, b: number, window: Window) => Indices;
}

/**
 * The counted positions behind the nodes and edges of a discourse network; of duplicates, the first
 * in the window.
 *
 * - An edge of two actors: the positions of both on the conditions that both mention.
 * - An edge of two conditions: the positions on both by the actors that mention both.
 * - An edge of an actor and a condition: the actor's positions on the condition.
 */
export function networkEvidence(statements: NetworkStatements, mode: NetworkMode): NetworkEvidence {
  const actors = statements.actors.length;
  const conditions = statements.conditions.length;
  const mentions = byMention(statements);
  const counted = (actor: number, condition: number, window: Window): readonly number[] =>
    countedIn(statements, mentions[actor * conditions + condition] ?? [], window);
  // A unit is a node of a one-mode network; a theme is what units share.
  const swapped = mode === 'CONDITIONS';
  const of = (unit: number, theme: number, window: Window): readonly number[] =>
    swapped ? counted(theme, unit, window) : counted(unit, theme, window);
  const themes = Array.from({ length: swapped ? actors : conditions }, (_, i) => i);
  const inOrder = (lists: readonly (readonly number[])[]): Indices => {
    const all = Int32Array.from(lists.flat()).toSorted();
    return Int32Array.from(new Set(all.map((s) => statements.index[s] ?? 0)));
  };
  return {
    ofNode: (node, window) =>
      mode === 'TWO_MODE' && node >= actors
        ? inOrder(statements.actors.map((_, actor) => counted(actor, node - actors, window)))
        : inOrder(themes.map((theme) => of(node, theme, window))),
    ofEdge: (a, b, window) =>
      mode === 'TWO_MODE'
        ? inOrder([counted(a, b - actors, window)])
        : inOrder(
            themes.flatMap((theme) => {
              const [ofA, ofB] = [of(a, theme, window), of(b, theme, window)];
              return ofA.length > 0 && ofB.length > 0 ? [ofA, ofB] : [];
            }),
          ),
  };
}

/** Indices of the statements of each actor on each condition, in order. */
function byMention({ cell, levels }: NetworkStatements): readonly (readonly number[])[] {
  const lists: number[][] = [];
  for (const [s, each] of cell.entries()) {
    const place = Math.floor(each / levels);
    const list = lists[place];
    if (list) list.push(s);
    else lists[place] = [s];
  }
  return lists;
}

function countedIn(
  { day, key }: NetworkStatements,
  mentions: readonly number[],
  { from, to }: Window,
): readonly number[] {
  const inWindow = mentions.slice(firstOn(mentions, day, from), firstOn(mentions, day, to + 1));
  if (key === null) return inWindow;
  const seen = new Set<number>();
  return inWindow.filter((s) => {
    const before = seen.size;
    return seen.add(key[s] ?? 0).size > before;
  });
}

/** Index in a list of statements of the first one on or after a day. */
function firstOn(mentions: readonly number[], day: Int32Array, target: number): number {
  let [low, high] = [0, mentions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((day[mentions[middle] ?? 0] ?? 0) < target) low = middle + 1;
    else high = middle;
  }
  return low;
}
