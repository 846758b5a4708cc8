import leven from 'leven';
import type { ActorRecord } from '#src/domain/corpus-snapshot.ts';
import { nameWords } from '#src/domain/words.ts';

/** An actor that a name matches. */
export interface FoundActor {
  readonly actor: ActorRecord;
  /** The spelling that matches. */
  readonly spelling: string;
  /** 1 for the exact name, less for a part of it or a similar name. */
  readonly score: number;
}

/** Minimum length of words that may match a misspelling: `Gaza` is not a misspelling of `Gaya`. */
const MIN_SIMILAR_LENGTH = 5;
/** Maximum Levenshtein distance of a misspelling. */
const MAX_EDITS = 2;
/** Maximum score of a match by misspelling. */
const SIMILAR_SCORE = 0.4;

/**
 * Actors that match a name in any spelling: by the whole name, by some of its words, or, if there is no
 * such match, by similar words. Best match first.
 */
export function findActors(actors: Iterable<ActorRecord>, name: string): readonly FoundActor[] {
  const requested = nameWords(name);
  if (requested.length === 0) return [];
  const scored = [...actors].flatMap((actor) => {
    const best = bestSpelling(actor, requested);
    return best === null ? [] : [{ actor, ...best }];
  });
  const exact = scored.filter((found) => found.score > SIMILAR_SCORE);
  return (exact.length > 0 ? exact : scored).toSorted(
    (a, b) => b.score - a.score || a.actor.name.localeCompare(b.actor.name, 'en'),
  );
}

function bestSpelling(
  actor: ActorRecord,
  requested: readonly string[],
): { spelling: string; score: number } | null {
  let best: { spelling: string; score: number } | null = null;
  for (const spelling of [actor.name, ...actor.aliases]) {
    const score = matchScore(nameWords(spelling), requested);
    if (score > (best?.score ?? 0)) best = { spelling, score };
  }
  return best;
}

function matchScore(words: readonly string[], requested: readonly string[]): number {
  if (words.join(' ') === requested.join(' ')) return 1;
  if (requested.every((word) => words.includes(word)))
    return 0.5 + 0.4 * (requested.length / words.length);
  const similar = requested.every((word) => words.some((other) => isSimilar(word, other)));
  return similar
    ? SIMILAR_SCORE * (requested.length / Math.max(words.length, requested.length))
    : 0;
}

function isSimilar(word: string, other: string): boolean {
  return (
    word === other ||
    (Math.min(word.length, other.length) >= MIN_SIMILAR_LENGTH && leven(word, other) <= MAX_EDITS)
  );
}
