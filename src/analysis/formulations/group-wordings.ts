/**
 * Formulations: the same words used again, as they are or nearly.
 *
 * Texts are compared by their words alone, without case, accents, punctuation, quotation marks,
 * white space or line breaks; those that are the same so are one wording. Wordings that differ in
 * a few characters (a spelling, a scanning error) are joined in order of first use, each to the
 * wording that it resembles most (join-similar.ts), so that every group is led by its first use. Two
 * uses on one day have no order in time; the alphabet decides.
 * Example: “Recognise Israel!”, "recognize\nIsrael" → one formulation, of two variants.
 * Undefined cases: null where there is too much to compare. A text without a single letter or digit
 * is a wording like any other, the empty one.
 */
import { nameWords } from '#src/domain/words.ts';
import { joinSimilar } from './join-similar.ts';

/** One use of some words. */
export interface Use {
  /** Row of the columns. */
  readonly row: number;
  /** The position's number in the store. */
  readonly id: number;
  readonly day: number;
  /** Character for character. */
  readonly words: string;
}

/** Uses of one formulation, in order of statement: the first has the words that lead it. */
export type Formulation = readonly Use[];

export interface WordingLimits {
  /** Different wordings that are compared at most. */
  readonly wordings: number;
  /** Steps of comparing at most: characters times characters. */
  readonly steps: number;
}

/** Every use in exactly one formulation; formulations in order of first use. */
export function groupWordings(
  uses: readonly Use[],
  threshold: number,
  limits: WordingLimits,
): readonly Formulation[] | null {
  const ordered = uses.toSorted(byStatement);
  // Each text is folded once, however often it is used.
  const folded = new Map<string, string>();
  const wordings = new Map<string, Use[]>();
  for (const use of ordered) {
    const wording = folded.get(use.words) ?? foldWording(use.words);
    folded.set(use.words, wording);
    const same = wordings.get(wording);
    if (same) same.push(use);
    else wordings.set(wording, [use]);
  }
  if (wordings.size > limits.wordings) return null;
  const leaders = joinSimilar([...wordings.keys()], threshold, limits.steps);
  if (leaders === null) return null;
  const groups = Map.groupBy([...wordings.values()].entries(), ([i]) => leaders[i]);
  return [...groups.values()].map((group) =>
    group.flatMap(([, each]) => each).toSorted(byStatement),
  );
}

/** The words of a text, without what printing and quoting change. */
export function foldWording(text: string): string {
  return nameWords(text).join(' ');
}

function byStatement(a: Use, b: Use): number {
  return a.day - b.day || (a.words < b.words ? -1 : Number(a.words > b.words)) || a.id - b.id;
}
