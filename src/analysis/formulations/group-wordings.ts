import { nameWords } from '#src/domain/words.ts';
import { joinSimilar } from './join-similar.ts';

/** One use of a wording. */
export interface Use {
  /** Index of its position. */
  readonly index: number;
  /** The ids of the position and of its first version. */
  readonly id: number;
  readonly first: number;
  readonly day: number;
  /** The quotation, unchanged. */
  readonly words: string;
}

/** Uses of one formulation, in order of statement; the first is its leader. */
export type Formulation = readonly Use[];

/** Limits of the work of one grouping. */
export interface WordingLimits {
  /** Maximum number of different wordings. */
  readonly wordings: number;
  /** Maximum number of steps of comparison (join-similar.ts). */
  readonly steps: number;
}

/**
 * Groups uses into formulations: identical or nearly identical words. Every use is in exactly one
 * formulation; formulations are in order of first use.
 *
 * Texts are compared by their words, ignoring case, accents, punctuation, quotation marks and white
 * space; texts with equal words are one wording. Wordings are joined in order of first use to the
 * most similar earlier leader whose similarity is at least `threshold`, 0…1 (join-similar.ts). Uses
 * on the same day are in alphabetical order. Example: “Recognise Israel!”, "recognize\nIsrael" →
 * one formulation with two variants. Undefined cases: a limit is exceeded → null. A text without
 * letters and digits has the empty wording.
 */
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

/** The words of a text, lower case and without accents or punctuation, separated by blanks. */
export function foldWording(text: string): string {
  return nameWords(text).join(' ');
}

function byStatement(a: Use, b: Use): number {
  return a.day - b.day || (a.words < b.words ? -1 : Number(a.words > b.words)) || a.first - b.first;
}
